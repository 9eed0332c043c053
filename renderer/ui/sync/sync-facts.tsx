import { useTranslation } from 'react-i18next';
import { useFormat } from '../language/use-format.ts';
import type { OfflineCause } from './sync-status.ts';
import classes from './sync-facts.module.css';

export type SyncFactsProps = {
  /** null while the server answers. */
  readonly cause: OfflineCause | null;
  /** ISO 8601; null = never. */
  readonly lastSyncAt: string | null;
  /** When prices and stock were last known to agree with the server; ISO 8601. */
  readonly dataAsOf: string | null;
  /** Whole seconds until the next attempt; null while none is planned. */
  readonly nextAttemptIn: number | null;
  /** ISO 8601. */
  readonly now: string;
  /** Names and values of how this computer keeps the data. */
  readonly ofComputer: readonly (readonly [string, string])[];
};

export const SyncFacts = (props: SyncFactsProps) => {
  const { cause, lastSyncAt, dataAsOf, nextAttemptIn, now, ofComputer } = props;
  const { t } = useTranslation();
  const { moment, dayAndTime, duration } = useFormat();
  const facts = [
    [t('sync.lastSync'), lastSyncAt === null ? t('sync.never') : dayAndTime(lastSyncAt, now)],
    [t('sync.network'), t(`sync.cause.${cause ?? 'none'}`)],
    ...(nextAttemptIn === null
      ? []
      : [
          [
            t('sync.nextAttempt'),
            nextAttemptIn <= 0
              ? t('sync.now')
              : t('duration.in', { duration: duration(nextAttemptIn) }),
          ],
        ]),
    ...(dataAsOf === null
      ? []
      : [[t('sync.pricesAndStock'), t('common.asOf', { time: moment(dataAsOf, now) })]]),
    ...ofComputer,
  ];
  return (
    <dl className={classes['facts']}>
      {facts.map(([name, value]) => (
        <div key={name} className={classes['fact']}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
};

import { useTranslation } from 'react-i18next';
import { StatusBadge } from '#renderer/ui/feedback/status-badge.tsx';
import { useFormat } from '#renderer/ui/language/use-format.ts';
import type { TillFiscal } from '#shared/protocol/dashboard.ts';
import { useNow } from '../parts/use-now.ts';
import classes from './till-row.module.css';

type Clock = NonNullable<TillFiscal['clock']>;

/** Of the table of tills. */
const COLUMNS = 5;

const TONES = { calm: 'info', warning: 'warn', over: 'danger' } as const;

const ClockFacts = ({ clock }: { readonly clock: Clock }) => {
  const { t } = useTranslation();
  const { dayAndTime, duration } = useFormat();
  const now = useNow();
  const { until, since } = clock;
  const left = until === null ? null : Math.max(0, Date.parse(until) - now);
  const level = left === 0 ? 'over' : clock.level;
  const at = new Date(now).toISOString();
  return (
    <>
      <StatusBadge tone={TONES[level]}>
        {level === 'over'
          ? t('fiscal.office.over')
          : left === null
            ? t('fiscal.office.unlimited', { since: dayAndTime(since, at) })
            : t('fiscal.office.left', { left: duration(Math.floor(left / 1000)) })}
      </StatusBadge>
      {until === null ? null : (
        <span>
          {t('fiscal.office.until', {
            since: dayAndTime(since, at),
            until: dayAndTime(until, at),
          })}
        </span>
      )}
    </>
  );
};

/** Below its till: what of it waits for whoever registers, and how long it may go on selling like that. */
export const FiscalRow = ({ fiscal }: { readonly fiscal: TillFiscal }) => {
  const { t } = useTranslation();
  const { waiting, unsent, clock } = fiscal;
  return (
    <tr>
      <td className={classes['fiscal']} colSpan={COLUMNS}>
        <div className={classes['facts']}>
          <span>{t('fiscal.title')}:</span>
          {clock === null ? null : <ClockFacts clock={clock} />}
          {waiting === 0 ? null : <span>{t('fiscal.waiting', { count: waiting })}</span>}
          {unsent === 0 ? null : <span>{t('fiscal.unsent', { count: unsent })}</span>}
          {clock === null && waiting + unsent === 0 ? (
            <StatusBadge tone="ok">{t('fiscal.office.allSent')}</StatusBadge>
          ) : null}
        </div>
      </td>
    </tr>
  );
};

import { useTranslation } from 'react-i18next';
import type { Sold } from '#renderer/commands/find-sold.ts';
import { useNow } from '#renderer/session/use-now.ts';
import { useFormat } from '#renderer/ui/language/use-format.ts';
import classes from './returns.module.css';

type FoundListProps = {
  readonly found: readonly Sold[];
  readonly onOpen: (sold: Sold) => void;
};

const MINUTE = 60_000;

/** Several purchases that may be meant. */
export const FoundList = ({ found, onOpen }: FoundListProps) => {
  const { t } = useTranslation();
  const { money, moment } = useFormat();
  const now = useNow(MINUTE);
  return (
    <section className={classes['card']} aria-label={t('returns.found')}>
      <h2 className={classes['step']}>{t('returns.found')}</h2>
      <ul className={classes['lines']}>
        {found.map((sold) => {
          const { id, number, placedAt, customer, totals, currency, channel, storeId } = sold.told;
          const facts = [moment(placedAt, now), storeId, t(`channel.${channel}`), customer?.name];
          return (
            <li key={id}>
              <button type="button" className={classes['found']} onClick={() => onOpen(sold)}>
                <strong>{number ?? id}</strong>
                <span className={classes['quiet']}>{facts.filter(Boolean).join(' · ')}</span>
                <span>{money(totals.total + totals.rounding, currency)}</span>
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
};

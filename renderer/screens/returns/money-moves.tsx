import { useTranslation } from 'react-i18next';
import { isStoredValue, type Payment, type Refund } from '#shared/domain/payment/schema.ts';
import type { Return } from '#shared/domain/return/schema.ts';
import { add } from '#shared/kernel/money.ts';
import { useFormat } from '#renderer/ui/language/use-format.ts';
import classes from './returns.module.css';

type MoneyMovesProps = {
  readonly returned: Return;
  /** Refunds that paid for what was taken instead. */
  readonly setOff: ReadonlySet<string>;
  /** What the customer paid besides. */
  readonly payments: readonly Payment[];
};

/** What the cashier hands over now, large, and where the rest goes. */
export const MoneyMoves = ({ returned, setOff, payments }: MoneyMovesProps) => {
  const { t } = useTranslation();
  const { money } = useFormat();
  const { currency, refunds } = returned;
  const moved = refunds.filter(({ id }) => !setOff.has(id));
  const change = add(...payments.map((payment) => payment.change));
  const wordsOf = ({ tender, state, reference }: Refund): string => {
    if (tender === 'cash') return t('returns.giveCash');
    if (isStoredValue(tender))
      return t(`returns.storedValue.${tender}`, { number: reference ?? '' });
    const how = t(state === 'pending' ? 'returns.pending' : 'returns.given');
    return `${how} · ${t(`tender.${tender}`)}`;
  };
  const row = (id: string, words: string, amount: number) => (
    <div key={id}>
      <div className={classes['movesLabel']}>{words}</div>
      <div className={classes['movesAmount']}>{money(amount, currency)}</div>
    </div>
  );
  return (
    <output className={classes['moves']} aria-live="assertive">
      {moved.map((refund) => row(refund.id, wordsOf(refund), refund.amount))}
      {change > 0 ? row('change', t('cash.giveChange'), change) : null}
      {moved.length === 0 && change === 0 ? (
        <div className={classes['movesLabel']}>
          {payments.length === 0 ? t('returns.nothingMoves') : t('cash.noChange')}
        </div>
      ) : null}
    </output>
  );
};

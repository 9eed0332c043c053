import { useTranslation } from 'react-i18next';
import { add, type Currency, subtract } from '#shared/kernel/money.ts';
import type { ReturnOffer } from '#renderer/session/use-return-offer.ts';
import { useFormat } from '#renderer/ui/language/use-format.ts';
import classes from './returns.module.css';

type RefundSumsProps = {
  readonly offer: ReturnOffer;
  readonly currency: Currency;
  readonly isExchange: boolean;
};

/** What it comes to: gross on both sides, the rounding of cash as a line of its own, and what moves (rules R1, R8). */
export const RefundSums = ({ offer, currency, isExchange }: RefundSumsProps) => {
  const { t } = useTranslation();
  const { money } = useFormat();
  const { total, price, kept, due, refunds } = offer;
  const given = add(...refunds.map(({ amount }) => amount));
  const rounding = due > 0 ? 0 : subtract(given, subtract(subtract(total, kept), price));
  const row = (name: string, amount: number) => (
    <div className={classes['sum']}>
      <span>{name}</span>
      <span>{money(amount, currency)}</span>
    </div>
  );
  return (
    <div className={classes['sums']}>
      {isExchange ? row(t('returns.back'), 0 - total) : null}
      {isExchange ? row(t('returns.newGoods'), price) : null}
      {kept > 0 ? row(t('returns.kept'), kept) : null}
      {rounding === 0 || given === 0 ? null : row(t('returns.rounding'), rounding)}
      <output className={classes['total']} aria-live="polite" data-tone={due > 0 ? 'pay' : 'give'}>
        <span>{t(due > 0 ? 'returns.toPay' : 'returns.toGive')}</span>
        <strong>{money(due > 0 ? due : given, currency)}</strong>
      </output>
    </div>
  );
};

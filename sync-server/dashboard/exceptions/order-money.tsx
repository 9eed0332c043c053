import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/ui/language/use-format.ts';
import type { ExceptionDetail } from '#shared/protocol/exceptions.ts';
import { type Amount, AmountList } from '../parts/amount-list.tsx';
import { useNow } from '../parts/use-now.ts';
import classes from './exception-evidence.module.css';

type OrderPart = NonNullable<ExceptionDetail['order']>;

/** Everything that was paid and paid back of the order, and what it came to. */
export const OrderMoney = ({ order }: { readonly order: OrderPart }) => {
  const { t } = useTranslation();
  const format = useFormat();
  const now = new Date(useNow()).toISOString();
  const { owed, paid, refunded, money } = order;
  const moved = money.map(({ type, tender, amount, at, state }): Amount => {
    const name = t(`tender.${tender}`);
    const stands = state === null ? [] : [t(`refundState.${state}`)];
    return {
      label: type === 'paid' ? name : t('receipt.refund', { tender: name }),
      detail: [format.dayAndTime(at, now), ...stands].join(' · '),
      amount: format.money(type === 'paid' ? amount : 0 - amount),
    };
  });
  const sums: Amount[] = [
    { label: t('inbox.owed'), amount: format.money(owed), isTotal: true },
    { label: t('inbox.paid'), amount: format.money(paid), isTotal: true },
    { label: t('inbox.refunded'), amount: format.money(refunded), isTotal: true },
  ];
  return (
    <section className={classes['money']}>
      <h3 className={classes['title']}>{t('inbox.money')}</h3>
      <AmountList amounts={[...moved, ...sums]} />
    </section>
  );
};

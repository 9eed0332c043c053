import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/ui/language/use-format.ts';
import { dueOf } from '#shared/domain/order/balance.ts';
import type { Order } from '#shared/domain/order/schema.ts';
import { maskedCode } from '#shared/domain/payment/masked-code.ts';
import { isStoredValue, type Payment, type Refund } from '#shared/domain/payment/schema.ts';
import { negate } from '#shared/kernel/money.ts';
import { type Amount, AmountList } from '../parts/amount-list.tsx';
import { Card } from '../parts/card.tsx';

const usePaymentLine = () => {
  const { t } = useTranslation();
  const format = useFormat();
  return ({ tender, amount, tendered, change, reference, at }: Payment): Amount => ({
    label: t(`tender.${tender}`),
    detail: [
      `${format.date(at)}, ${format.time(at)}`,
      change > 0 ? `${t('receipt.received')} ${format.money(tendered)}` : '',
      change > 0 ? `${t('receipt.change')} ${format.money(change)}` : '',
      isStoredValue(tender) && reference !== null ? maskedCode(reference) : (reference ?? ''),
    ]
      .filter((part) => part !== '')
      .join(' · '),
    amount: format.money(amount),
  });
};

const useRefundLine = () => {
  const { t } = useTranslation();
  const format = useFormat();
  return ({ tender, amount, state, at }: Refund): Amount => ({
    label: t('receipt.refund', { tender: t(`tender.${tender}`) }),
    detail: `${format.date(at)}, ${format.time(at)} · ${t(`refundState.${state}`)}`,
    amount: format.money(negate(amount)),
  });
};

/** What was paid and paid back, and what is still due. */
export const PaymentsCard = ({ order }: { readonly order: Order }) => {
  const { t } = useTranslation();
  const format = useFormat();
  const paymentLine = usePaymentLine();
  const refundLine = useRefundLine();
  const due = order.canceledAt === null ? dueOf(order) : 0;
  const amounts = [
    ...order.payments.map(paymentLine),
    ...order.refunds.map(refundLine),
    ...(due > 0 ? [{ label: t('dashboard.due'), amount: format.money(due), isTotal: true }] : []),
  ];
  return (
    <Card title={t('dashboard.payments')}>
      {amounts.length === 0 ? t('dashboard.noPayments') : <AmountList amounts={amounts} />}
    </Card>
  );
};

import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/ui/language/use-format.ts';
import { owedOf } from '#shared/domain/order/balance.ts';
import type { Order } from '#shared/domain/order/schema.ts';
import { negate } from '#shared/kernel/money.ts';
import { AmountList } from '../parts/amount-list.tsx';
import { taxesByRate } from './taxes-by-rate.ts';

/** From the sum of prices to what the customer owed. */
export const TotalsList = ({ order }: { readonly order: Order }) => {
  const { t } = useTranslation();
  const format = useFormat();
  const { gross, discount, rounding } = order.totals;
  const taxes = taxesByRate(order.lines).map(({ rate, tax }) => {
    const name = t('dashboard.taxRate', { rate: format.percent(rate) });
    return {
      label: order.taxInclusive ? t('receipt.taxIncluded', { name }) : name,
      amount: format.money(tax),
    };
  });
  return (
    <AmountList
      amounts={[
        { label: t('receipt.subtotal'), amount: format.money(gross) },
        ...(discount > 0
          ? [{ label: t('receipt.discount'), amount: format.money(negate(discount)) }]
          : []),
        ...taxes,
        ...(rounding === 0
          ? []
          : [{ label: t('receipt.rounding'), amount: format.money(rounding) }]),
        { label: t('receipt.total'), amount: format.money(owedOf(order)), isTotal: true },
      ]}
    />
  );
};

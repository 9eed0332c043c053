import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/ui/language/use-format.ts';
import type { Order, OrderReturn } from '#shared/domain/order/schema.ts';
import { negate } from '#shared/kernel/money.ts';
import { AmountList } from '../parts/amount-list.tsx';
import { Card } from '../parts/card.tsx';

const useLinesText = (order: Order) => {
  const format = useFormat();
  const names = new Map(order.lines.map(({ id, name }) => [id, format.text(name)]));
  return ({ lines }: OrderReturn): string =>
    lines
      .map(
        ({ lineId, quantity }) => `${names.get(lineId) ?? lineId} × ${format.quantity(quantity)}`,
      )
      .join(', ');
};

/** What came back of the order. */
export const ReturnsCard = ({ order }: { readonly order: Order }) => {
  const { t } = useTranslation();
  const format = useFormat();
  const linesText = useLinesText(order);
  return (
    <Card title={t('dashboard.returns')}>
      <AmountList
        amounts={order.returns.map((back) => ({
          label: t('receipt.returnNumber', { number: back.number }),
          detail: `${format.date(back.at)}, ${format.time(back.at)} · ${linesText(back)}`,
          amount: format.money(negate(back.total)),
        }))}
      />
    </Card>
  );
};

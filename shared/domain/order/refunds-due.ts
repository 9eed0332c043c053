import type { Minor } from '#shared/kernel/money.ts';
import { onlineRefundDueOf, onlineRefundsAsked } from './balance.ts';
import type { Order } from './schema.ts';

/** Under `refundId` it is given back once, however often it is told. */
export type RefundDue = { readonly refundId: string; readonly amount: Minor };

/**
 * Under which id money that is owed without anybody asking is given back: the same until the channel says that it gave some
 * under it, whatever the amount has become meanwhile. What is owed after that has the next.
 */
export const owedRefundId = ({ id, refunds }: Pick<Order, 'id' | 'refunds'>): string => {
  const prefix = `${id}-owed`;
  return `${prefix}${refunds.filter((refund) => refund.id.startsWith(prefix)).length}`;
};

/** What the channel's payment provider is to give back of an order now, all in all (rule R16). */
export const refundsDueOf = (order: Order): RefundDue[] => {
  if (order.pickup === null || order.provisional) return [];
  const asked = onlineRefundsAsked(order).map(({ id, amount }) => ({ refundId: id, amount }));
  const owed = onlineRefundDueOf(order);
  return owed > 0 ? [...asked, { refundId: owedRefundId(order), amount: owed }] : asked;
};

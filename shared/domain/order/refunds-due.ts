import type { Minor } from '#shared/kernel/money.ts';
import { onlineRefundDueOf, onlineRefundsAsked } from './balance.ts';
import type { Order } from './schema.ts';

/** `refundId` = somebody asked for it under this id; null = it is owed, and nobody had to ask. */
export type RefundDue = { readonly refundId: string | null; readonly amount: Minor };

/** What the channel's payment provider is to give back of an order now, all in all (rule R16). */
export const refundsDueOf = (order: Order): RefundDue[] => {
  if (order.pickup === null || order.provisional) return [];
  const asked = onlineRefundsAsked(order).map(({ id, amount }) => ({ refundId: id, amount }));
  const owed = onlineRefundDueOf(order);
  return owed > 0 ? [...asked, { refundId: null, amount: owed }] : asked;
};

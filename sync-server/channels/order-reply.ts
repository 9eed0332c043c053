import { dueOf, paymentStateOf } from '#shared/domain/order/balance.ts';
import type { Order } from '#shared/domain/order/schema.ts';
import type { OrderReply } from '#shared/protocol/channel.ts';

/** What a channel may see of an order it placed; null = it is none that is collected. */
export const orderReplyOf = (order: Order): OrderReply | null => {
  const { id, number, storeId, currency, lines, totals, placedAt, canceledAt, pickup } = order;
  if (pickup === null) return null;
  const { state: pickupState, readyAt, pickedUpAt, expiresAt } = pickup;
  return {
    id,
    number,
    storeId,
    currency,
    pickupState,
    paymentState: paymentStateOf(order),
    lines,
    totals,
    due: dueOf(order),
    placedAt,
    readyAt,
    pickedUpAt,
    expiresAt,
    canceledAt,
  };
};

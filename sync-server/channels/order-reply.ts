import { dueOf, paymentStateOf } from '#shared/domain/order/balance.ts';
import { refundsDueOf } from '#shared/domain/order/refunds-due.ts';
import type { Order } from '#shared/domain/order/schema.ts';
import type { OrderReply } from '#shared/protocol/channel.ts';
import type { Tables } from '../tables.ts';
import { pickupProofOf } from './pickup-proof.ts';

/** What a channel may see of an order it placed; null = it is none that is collected. */
export const orderReplyOf = async (
  db: Tables,
  order: Order,
  now: string,
): Promise<OrderReply | null> => {
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
    refundsDue: refundsDueOf(order),
    placedAt,
    readyAt,
    pickedUpAt,
    expiresAt,
    canceledAt,
    proof: await pickupProofOf(db, order, now),
  };
};

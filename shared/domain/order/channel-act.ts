import type { Payment, Refund } from '../payment/schema.ts';
import type { PricedLine } from '../pricing/schema.ts';
import {
  type Act,
  applyCancellation,
  applyChannelPayment,
  applyChannelRefund,
  applyEdit,
  applyExpiry,
  applyMove,
} from './apply.ts';
import { handedOverOf, isKept } from './balance.ts';
import type { Order } from './schema.ts';

/** What a channel does to an order that it placed. */
export type ChannelAct =
  | { readonly type: 'cancel' }
  | { readonly type: 'expire' }
  | {
      readonly type: 'edit';
      readonly removed: readonly string[];
      readonly added: readonly PricedLine[];
    }
  | { readonly type: 'move'; readonly storeId: string }
  | { readonly type: 'pay'; readonly payment: Payment }
  | { readonly type: 'refund'; readonly refund: Refund };

export const applyChannelAct = (order: Order, act: ChannelAct, told: Act): Order => {
  switch (act.type) {
    case 'cancel':
      return applyCancellation(order, told);
    case 'expire':
      return applyExpiry(order, told);
    case 'edit':
      return applyEdit(
        order,
        { removed: act.removed.map((lineId) => ({ lineId })), added: act.added },
        told,
      );
    case 'move':
      return applyMove(order, act.storeId, told);
    case 'pay':
      return applyChannelPayment(order, act.payment);
    case 'refund':
      return applyChannelRefund(order, act.refund);
  }
};

/** Whether the order has it already: a channel that heard no answer asks again, however much happened since. */
export const isDone = (
  { canceledAt, pickup, removals }: Order,
  act: ChannelAct,
  actId: string,
): boolean => {
  switch (act.type) {
    case 'cancel':
      return canceledAt !== null;
    case 'expire':
      return pickup !== null && pickup.failedAt !== null;
    case 'edit':
      return removals.some((removal) => removal.actId === actId);
    case 'move':
      return pickup !== null && pickup.moves.includes(actId);
    case 'pay':
    case 'refund':
      return false;
  }
};

/**
 * Whether an act comes too late: a channel that asks is told so, and nothing happened. What happened at the channel
 * already, and is reported, is a fact like any other: it is taken in, and contradictions are told.
 */
export const isTooLate = (order: Order, act: ChannelAct): boolean => {
  // Money that moved has moved.
  if (act.type === 'pay' || act.type === 'refund') return false;
  if (order.pickup?.state === 'completed') return true;
  // What was given up already is given up.
  if (act.type === 'cancel' || act.type === 'expire') return false;
  if (!isKept(order)) return true;
  return act.type === 'edit' && act.removed.some((lineId) => handedOverOf(order, lineId) > 0);
};

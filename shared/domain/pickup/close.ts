import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { quantity } from '#shared/kernel/quantity.ts';
import { allLinesOf, handedOverByLine } from '../order/balance.ts';
import { derive } from '../order/derive.ts';
import { restsOf, withRests } from '../order/rests-of.ts';
import type { Order } from '../order/schema.ts';
import type { Refund } from '../payment/schema.ts';
import type { PricedLine } from '../pricing/schema.ts';
import { isPartlyCollected, linesToHandOver, openPickup } from './open-pickup.ts';
import type { PickupProblem } from './problems.ts';
import { type CounterRefund, decideRefunds } from './refunds.ts';
import type { Pickup, PickupLine } from './schema.ts';

export type RejectionReason = 'no_show' | 'refused' | 'not_available';

export type PickupRejection = {
  readonly orderId: string;
  readonly currency: Order['currency'];
  readonly reason: RejectionReason;
  readonly released: PickupLine[];
  readonly refunds: Refund[];
};

export type RejectCommand = {
  readonly reason: RejectionReason;
  readonly refunds: readonly CounterRefund[];
  readonly cashIncrement: number;
  readonly at: string;
  /** The latest trusted time (rule J7): whether the order is overdue. */
  readonly trustedAt: string;
};

/** The order as it is once nobody collects it, before money is given back. */
export const afterRejection = (order: Order, at: string): Order => {
  const { pickup } = order;
  return pickup === null ? order : derive({ ...order, pickup: { ...pickup, failedAt: at } });
};

/**
 * A person gives a pickup up: nobody came in time, the customer refused the goods, or there are none. Time alone
 * never does (rule R21). Of an order that was collected in part the rest is refused line by line instead.
 */
export const decideRejection = (
  order: Order,
  { reason, refunds, cashIncrement, at, trustedAt }: RejectCommand,
): Result<PickupRejection, PickupProblem> => {
  const open = openPickup(order);
  if (!open.ok) return open;
  if (isPartlyCollected(order)) return fail({ type: 'partly_collected' });
  const { expiresAt } = open.value;
  if (reason === 'no_show' && trustedAt <= expiresAt)
    return fail({ type: 'not_overdue', expiresAt });
  const given = decideRefunds(afterRejection(order, at), refunds, cashIncrement, at);
  if (!given.ok) return given;
  const { id: orderId, currency } = order;
  return ok({
    orderId,
    currency,
    reason,
    released: linesToHandOver(order),
    refunds: given.value,
  });
};

/** When each line that stands ready stopped being wanted; lines that are still wanted are left out. */
const unwantedSince = (
  order: Order,
  { failedAt, assignment, shipment }: Pickup,
  storeId: string,
): ReadonlyMap<string, string> => {
  // Goods that were sent after it are not here any more.
  const isElsewhere = assignment.storeId !== storeId && shipment === null;
  const movedAt = isElsewhere ? assignment.at : null;
  const given = [order.canceledAt, failedAt, movedAt].filter((at) => at !== null).toSorted();
  const since = new Map<string, string>();
  for (const { lineId, at, reason } of order.removals)
    // What was short or damaged is not where it stood.
    if (reason !== 'short' && reason !== 'damaged') since.set(lineId, at);
  const [closedAt] = given;
  if (closedAt !== undefined)
    for (const { id } of order.lines) if (!since.has(id)) since.set(id, closedAt);
  return since;
};

/** Goods that stand ready for nobody: prepared in a store, not wanted any more, and not put back since (rule R21). */
export const goodsToPutBack = (order: Order, storeId: string): PricedLine[] => {
  const { pickup } = order;
  if (pickup === null) return [];
  const since = unwantedSince(order, pickup, storeId);
  const prepared = withRests(
    order,
    new Set(
      pickup.preparations
        .filter((act) => act.storeId === storeId)
        .flatMap(({ lineIds }) => lineIds),
    ),
  );
  const rests = restsOf(order);
  const standsFor = (lineId: string): number => {
    const rest = rests.get(lineId);
    return (rest?.collected?.quantity ?? 0) + (rest?.kept?.quantity ?? 0);
  };
  const lastPutBack = pickup.putBacks
    .filter((act) => act.storeId === storeId)
    .reduce((latest, { at }) => (at > latest ? at : latest), '');
  const handedOver = handedOverByLine(order);
  return allLinesOf(order).flatMap((line) => {
    const at = since.get(line.id);
    const left = quantity(line.quantity - (handedOver.get(line.id) ?? 0) - standsFor(line.id));
    const isLeft = at !== undefined && at > lastPutBack && prepared.has(line.id) && left > 0;
    return isLeft && line.kind === 'goods' ? [{ ...line, quantity: left }] : [];
  });
};

export type PutBack = { readonly orderId: string; readonly currency: Order['currency'] };

export const decidePutBack = (order: Order, storeId: string): Result<PutBack, PickupProblem> => {
  if (goodsToPutBack(order, storeId).length === 0) return fail({ type: 'nothing_to_put_back' });
  const { id: orderId, currency } = order;
  return ok({ orderId, currency });
};

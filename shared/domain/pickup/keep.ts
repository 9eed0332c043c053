import { fail, ok, type Result } from '#shared/kernel/result.ts';
import type { Order } from '../order/schema.ts';
import type { StoreName } from '../settings/schema.ts';
import { isInTransit, isPartlyCollected, linesToHandOver, openPickup } from './open-pickup.ts';
import type { PickupProblem } from './problems.ts';
import type { PickupLine } from './schema.ts';

const DAY = 86_400_000;

type OfOrder = { readonly orderId: string; readonly currency: Order['currency'] };

const ofOrder = ({ id: orderId, currency }: Order): OfOrder => ({ orderId, currency });

/** Until when an order is kept if it is kept for `days` more: from its deadline, or from now once that has passed. */
export const extendedUntil = (expiresAt: string, days: number, at: string): string =>
  new Date(Math.max(Date.parse(expiresAt), Date.parse(at)) + days * DAY).toISOString();

/** The goods are kept for the customer longer, by no more days than policy gives at once. */
export const decideExtension = (
  order: Order,
  { days, longest, at }: { readonly days: number; readonly longest: number; readonly at: string },
): Result<OfOrder & { readonly expiresAt: string }, PickupProblem> => {
  const open = openPickup(order);
  if (!open.ok) return open;
  if (days < 1 || days > longest) return fail({ type: 'extension_too_long', days: longest });
  return ok({ ...ofOrder(order), expiresAt: extendedUntil(open.value.expiresAt, days, at) });
};

export type PickupMove = OfOrder & {
  readonly toStoreId: string;
  readonly isShipped: boolean;
  readonly released: PickupLine[];
};

export type PickupDestination = {
  readonly toStoreId: string;
  readonly isShipped: boolean;
  /** Of the chain, as far as they are known here. */
  readonly stores: readonly StoreName[];
};

/** The order is collected in another store, with goods of that store or with those that are sent there. */
export const decideMove = (
  order: Order,
  { toStoreId, isShipped, stores }: PickupDestination,
): Result<PickupMove, PickupProblem> => {
  const open = openPickup(order);
  if (!open.ok) return open;
  if (toStoreId === order.storeId) return fail({ type: 'same_store' });
  // An order in a store that does not exist would be in nobody's queue.
  const isKnown = stores.some(
    (one) => one.storeId === toStoreId && one.currency === order.currency,
  );
  if (!isKnown) return fail({ type: 'unknown_store' });
  if (isPartlyCollected(order)) return fail({ type: 'partly_collected' });
  return ok({ ...ofOrder(order), toStoreId, isShipped, released: linesToHandOver(order) });
};

/** Goods that were sent to the store came. */
export const decideArrival = (order: Order): Result<OfOrder, PickupProblem> => {
  const open = openPickup(order);
  if (!open.ok) return open;
  return isInTransit(order) ? ok(ofOrder(order)) : fail({ type: 'not_shipped' });
};

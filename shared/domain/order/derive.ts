import type { HandOver, Pickup, PickupState } from '../pickup/schema.ts';
import { totalsOf } from '../pricing/price-basket.ts';
import type { PricedLine } from '../pricing/schema.ts';
import { handedOverNow } from './rests-of.ts';
import type { Order } from './schema.ts';

/** Whichever fact arrives first, a list comes out the same. */
export const byTime = (
  left: { readonly at: string; readonly id: string },
  right: { readonly at: string; readonly id: string },
): number => {
  const [first, second] = left.at === right.at ? [left.id, right.id] : [left.at, right.at];
  return first < second ? -1 : first > second ? 1 : 0;
};

export const byOperation = (
  left: { readonly operationId: string },
  right: { readonly operationId: string },
): number => (left.operationId < right.operationId ? -1 : 1);

/** `3` stands before `3_x`, which took its place, and both before `10`. */
const byPlace = ({ id: left }: PricedLine, { id: right }: PricedLine): number => {
  const [first, second] = [Number.parseInt(left, 10), Number.parseInt(right, 10)];
  if (first !== second && Number.isFinite(first - second)) return first - second;
  return left < right ? -1 : left > right ? 1 : 0;
};

/** Which lines are in force, and what they cost. */
const withLines = (order: Order): Order => {
  if (order.pickup === null) return order;
  const known = new Map([...order.formerLines, ...order.lines].map((line) => [line.id, line]));
  const removed = new Set(order.removals.map(({ lineId }) => lineId));
  const all = [...known.values()].toSorted(byPlace);
  const lines = all.filter(({ id }) => !removed.has(id));
  return {
    ...order,
    lines,
    formerLines: all.filter(({ id }) => removed.has(id)),
    totals: { ...totalsOf(lines), rounding: order.totals.rounding },
  };
};

const leftAt = (handOvers: readonly HandOver[], order: Order): string | null => {
  const left = new Map(order.lines.map(({ id, quantity }) => [id, Number(quantity)]));
  const inTime = handOvers.toSorted((one, other) =>
    byTime({ at: one.at, id: one.operationId }, { at: other.at, id: other.operationId }),
  );
  for (const { at, lines } of handedOverNow(order, inTime)) {
    for (const { lineId, quantity } of lines) left.set(lineId, (left.get(lineId) ?? 0) - quantity);
    if ([...left.values()].every((quantity) => quantity <= 0)) return at;
  }
  return null;
};

/** What of the order was put ready in the store where it is to be collected: the last act says where it stands. */
const readiness = (
  { lines, provisional }: Order,
  { preparations, assignment }: Pickup,
): { readonly at: string; readonly shelf: string } | null => {
  const here = preparations.filter(({ storeId }) => provisional || storeId === assignment.storeId);
  const ready = new Set(here.flatMap(({ lineIds }) => lineIds));
  const last = here
    .toSorted((one, other) =>
      byTime({ at: one.at, id: one.operationId }, { at: other.at, id: other.operationId }),
    )
    .at(-1);
  return last && lines.every(({ id }) => ready.has(id)) ? last : null;
};

const stateOf = (order: Order, pickup: Pickup, isReady: boolean): PickupState => {
  if (order.canceledAt !== null) return 'canceled';
  const isRefusedWhole = order.lines.length === 0 && order.formerLines.length > 0;
  if (pickup.failedAt !== null || isRefusedWhole) return 'failed';
  if (isReady) return 'prepared';
  return pickup.shipment !== null && pickup.shipment.arrivedAt === null ? 'proposed' : 'reserved';
};

const withPickup = (order: Order): Order => {
  const { pickup } = order;
  if (pickup === null) return order;
  const ready = readiness(order, pickup);
  // Of an order known from facts alone nobody knows whether all of it left. Goods that left leave nothing open.
  const pickedUpAt = order.provisional ? null : leftAt(pickup.handOvers, order);
  const state = pickedUpAt === null ? stateOf(order, pickup, ready !== null) : 'completed';
  return {
    ...order,
    storeId: pickup.assignment.storeId,
    pickup: {
      ...pickup,
      state,
      readyAt: ready?.at ?? null,
      shelf: ready?.shelf ?? null,
      pickedUpAt,
    },
  };
};

/** The order with everything that follows from its facts; a counter sale is what it was. */
export const derive = (order: Order): Order => withPickup(withLines(order));

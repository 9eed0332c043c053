import { quantity, type Quantity } from '#shared/kernel/quantity.ts';
import { allLinesOf, handedOverByLine, returnedByLine } from '../order/balance.ts';
import type { Order } from '../order/schema.ts';
import { isGiftCard } from '../pricing/gift-card.ts';
import type { PricedLine } from '../pricing/schema.ts';

/** A line of an order that the customer has, and how much of it may still come back. */
export type ReturnableLine = {
  readonly line: PricedLine;
  readonly left: Quantity;
  /** How much of it is back already. */
  readonly before: Quantity;
};

/** What left the store and has not come back: of an order to collect only what was handed over. Gift cards do not come back. */
export const returnableLines = (order: Order): ReturnableLine[] => {
  const handedOver = handedOverByLine(order);
  const returned = returnedByLine(order);
  return allLinesOf(order).flatMap((line) => {
    const had =
      order.pickup === null ? line.quantity : Math.min(line.quantity, handedOver.get(line.id) ?? 0);
    if (had === 0 || isGiftCard(line)) return [];
    const before = returned.get(line.id) ?? quantity(0);
    return [{ line, before, left: quantity(Math.max(0, had - before)) }];
  });
};

/** When the customer had the goods (rule R17). */
export const takenAt = ({ pickup, placedAt }: Order): string =>
  pickup === null
    ? placedAt
    : (pickup.pickedUpAt ??
      pickup.handOvers
        .map(({ at }) => at)
        .toSorted()
        .at(-1) ??
      placedAt);

const DAY = 86_400_000;

/** Until when goods of the order are taken back. */
export const returnableUntil = (order: Order, returnDays: number): string =>
  new Date(Date.parse(takenAt(order)) + returnDays * DAY).toISOString();

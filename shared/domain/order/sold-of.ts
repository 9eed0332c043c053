import { add, type Minor, subtract } from '#shared/kernel/money.ts';
import type { HandOver } from '../pickup/schema.ts';
import type { PricedLine } from '../pricing/schema.ts';
import { shareOf } from '../pricing/share-of.ts';
import { allLinesOf } from './balance.ts';
import { handedOverNow, restsOf } from './rests-of.ts';
import type { Order } from './schema.ts';

/** Goods that left, as far as it says what is sold. */
export type Leaving = Pick<HandOver, 'at' | 'lines'>;

/** An order and what left of it. */
export type Collected = { readonly order: Order; readonly handOvers: readonly Leaving[] };

/** So much of a line is sold, in minor units. */
export type SoldOfLine = {
  readonly line: PricedLine;
  readonly quantity: number;
  readonly total: Minor;
  readonly tax: Minor;
};

/**
 * What was sold of a line: its share of what left, with that of the line which stands for pieces that had left before the
 * others were removed. Goods handed over beyond the order are a contradiction, not a sale.
 */
const soldOf = ({ order, handOvers }: Collected, lineId: string) => {
  const now = handedOverNow(order, handOvers).flatMap(({ lines }) => lines);
  const ids = [lineId, restsOf(order).get(lineId)?.collected?.lineId];
  const parts = allLinesOf(order)
    .filter(({ id }) => ids.includes(id))
    .map((line) => {
      const left = now
        .filter((part) => part.lineId === line.id)
        .reduce((sum, part) => sum + part.quantity, 0);
      const sold = Math.min(left, line.quantity);
      const share = (whole: Minor): Minor => shareOf(whole, line.quantity, 0, sold);
      return { quantity: sold, total: share(line.total), tax: share(line.tax) };
    });
  return {
    quantity: parts.reduce((sum, { quantity }) => sum + quantity, 0),
    total: add(...parts.map(({ total }) => total)),
    tax: add(...parts.map(({ tax }) => tax)),
  };
};

/** What of a line is sold in `after` and was not in `before`, null = nothing; the parts add up to the whole. */
export const soldBetween = (
  before: Collected,
  after: Collected,
  lineId: string,
): SoldOfLine | null => {
  const line = allLinesOf(after.order).find(({ id }) => id === lineId);
  if (!line) return null;
  const was = soldOf(before, lineId);
  const is = soldOf(after, lineId);
  const quantity = is.quantity - was.quantity;
  if (quantity === 0) return null;
  return {
    line,
    quantity,
    total: subtract(is.total, was.total),
    tax: subtract(is.tax, was.tax),
  };
};

/**
 * What goods that leave are sold for, whatever of it was paid before: a web order is sold when it is handed over. `order`
 * is without it.
 */
export const soldByHandOver = (order: Order, leaving: Leaving): SoldOfLine[] => {
  const handOvers = order.pickup?.handOvers ?? [];
  const after = { order, handOvers: [...handOvers, leaving] };
  return [...new Set(leaving.lines.map(({ lineId }) => lineId))].flatMap(
    (lineId) => soldBetween({ order, handOvers }, after, lineId) ?? [],
  );
};

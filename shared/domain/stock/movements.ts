import { type Quantity, quantity } from '#shared/kernel/quantity.ts';
import type { PickupLine } from '../pickup/schema.ts';
import type { LineKind, PricedLine } from '../pricing/schema.ts';
import type { ReturnLine } from '../return/schema.ts';
import type { Movement, MovementKind } from './schema.ts';

type Moved = { readonly id: string; readonly sku: string; readonly quantity: Quantity };

const isGoods = ({ kind }: { readonly kind: LineKind }): boolean => kind === 'goods';

export const movementsIn = (
  lines: readonly Moved[],
  kind: MovementKind,
  storeId: string,
): Movement[] =>
  lines.map(({ id, sku, quantity: count }) => ({
    lineId: id,
    storeId,
    sku,
    kind,
    quantity: count,
  }));

export const outOf = (lines: readonly Moved[], kind: MovementKind, storeId: string): Movement[] =>
  movementsIn(lines, kind, storeId).map((movement) => ({
    ...movement,
    quantity: quantity(0 - movement.quantity),
  }));

export const saleMovements = (lines: readonly PricedLine[], storeId: string): Movement[] =>
  outOf(lines.filter(isGoods), 'sale', storeId);

type Counted = {
  readonly id: string;
  readonly sku: string;
  readonly counted: Quantity;
  readonly expected: Quantity;
};

/** What a count adds to the level as its till knew it; the server takes the difference against what it knows (S4). */
export const countMovements = (lines: readonly Counted[], storeId: string): Movement[] =>
  movementsIn(
    lines.map(({ counted, expected, ...line }) => ({
      ...line,
      quantity: quantity(counted - expected),
    })),
    'stocktake',
    storeId,
  );

/** What came of what was expected; of what did not come nothing moved. */
export const receiptMovements = (
  lines: readonly Moved[],
  kind: 'goods_receipt' | 'transfer_in',
  storeId: string,
): Movement[] =>
  movementsIn(
    lines.filter(({ quantity: count }) => count > 0),
    kind,
    storeId,
  );

/** Only `restock` puts goods back on sale (rule R18). */
export const returnMovements = (lines: readonly ReturnLine[], storeId: string): Movement[] =>
  movementsIn(
    lines.filter((line) => isGoods(line) && line.disposition === 'restock'),
    'return',
    storeId,
  );

/** Goods handed over leave the store where it happened. */
export const handOverMovements = (handed: readonly PickupLine[], storeId: string): Movement[] =>
  outOf(
    handed.filter(isGoods).map((line) => ({ ...line, id: line.lineId })),
    'pickup',
    storeId,
  );

/** Goods that were found damaged when an order was picked are not on sale any more. */
export const damagedMovements = (
  {
    removed,
    added,
  }: { readonly removed: readonly PickupLine[]; readonly added: readonly PricedLine[] },
  storeId: string,
): Movement[] => {
  const kept = new Map<string, number>();
  for (const { sku, quantity: count } of added) kept.set(sku, (kept.get(sku) ?? 0) + count);
  const lost = removed.filter(isGoods).map(({ lineId, sku, quantity: count }) => {
    const left = Math.min(count, kept.get(sku) ?? 0);
    kept.set(sku, (kept.get(sku) ?? 0) - left);
    return { id: lineId, sku, quantity: quantity(count - left) };
  });
  return outOf(
    lost.filter(({ quantity: count }) => count > 0),
    'adjustment',
    storeId,
  );
};

import { type Quantity, quantity } from '#shared/kernel/quantity.ts';
import type { ProductKind } from '../catalog/schema.ts';
import type { PickupLine } from '../pickup/schema.ts';
import type { PricedLine } from '../pricing/schema.ts';
import type { ReturnLine } from '../return/schema.ts';
import type { Movement, MovementKind } from './schema.ts';

type Moved = { readonly id: string; readonly sku: string; readonly quantity: Quantity };

const isGoods = ({ kind }: { readonly kind: ProductKind }): boolean => kind === 'goods';

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

const outOf = (lines: readonly Moved[], kind: MovementKind, storeId: string): Movement[] =>
  movementsIn(lines, kind, storeId).map((movement) => ({
    ...movement,
    quantity: quantity(0 - movement.quantity),
  }));

export const saleMovements = (lines: readonly PricedLine[], storeId: string): Movement[] =>
  outOf(lines.filter(isGoods), 'sale', storeId);

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

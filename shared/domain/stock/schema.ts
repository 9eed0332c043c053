import { Type, type Static } from 'typebox';
import { ActIdSchema, IdSchema, SkuSchema, TimeSchema } from '#shared/kernel/ids.ts';
import { CountSchema, LevelSchema, type Quantity } from '#shared/kernel/quantity.ts';
import { Exact } from '#shared/kernel/schema.ts';
import { Seen } from '../order/schema.ts';

export const MovementKind = Type.Enum([
  'sale',
  'return',
  'pickup',
  'goods_receipt',
  'adjustment',
  'stocktake',
  'transfer_out',
  'transfer_in',
  'write_off',
]);
export type MovementKind = Static<typeof MovementKind>;

/** A line of the append-only stock ledger, unique by operation and line. */
export type Movement = {
  readonly lineId: string;
  readonly storeId: string;
  readonly sku: string;
  readonly kind: MovementKind;
  /** Signed: out of the store is negative. */
  readonly quantity: Quantity;
};

/** What was counted of a product, and when: the level is this and what moved afterwards (rule S4). */
export const StockCount = Exact({
  operationId: ActIdSchema,
  /** When the first and the last piece was scanned; corrected time. */
  from: TimeSchema,
  at: TimeSchema,
  quantity: CountSchema,
});
export type StockCount = Static<typeof StockCount>;

/** Level of one product in one store; available = onHand − reserved. */
export const StockLevel = Exact({
  storeId: IdSchema,
  sku: SkuSchema,
  onHand: LevelSchema,
  reserved: LevelSchema,
  /** The last count, if there was one. */
  count: Type.Optional(StockCount),
  /** Operations of which nobody can say whether they came before that count or after it, sorted. */
  uncertain: Type.Optional(Type.Array(ActIdSchema)),
  seen: Seen,
});
export type StockLevel = Static<typeof StockLevel>;

/** Id of the level's document. */
export const stockLevelId = (storeId: string, sku: string): string => `${storeId}:${sku}`;

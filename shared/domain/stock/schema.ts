import { Type, type Static } from 'typebox';
import { IdSchema, SkuSchema } from '#shared/kernel/ids.ts';
import { LevelSchema, type Quantity } from '#shared/kernel/quantity.ts';
import { Exact } from '#shared/kernel/schema.ts';
import { Seen } from '../order/schema.ts';

export const MovementKind = Type.Enum(['sale', 'return', 'pickup', 'goods_receipt', 'adjustment']);
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

/** Level of one product in one store; available = onHand − reserved. */
export const StockLevel = Exact({
  storeId: IdSchema,
  sku: SkuSchema,
  onHand: LevelSchema,
  reserved: LevelSchema,
  seen: Seen,
});
export type StockLevel = Static<typeof StockLevel>;

/** Id of the level's document. */
export const stockLevelId = (storeId: string, sku: string): string => `${storeId}:${sku}`;

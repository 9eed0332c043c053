import { Type, type Static } from 'typebox';
import { IdSchema, OperationIdSchema, SkuSchema, TimeSchema } from '#shared/kernel/ids.ts';
import { QuantitySchema } from '#shared/kernel/quantity.ts';
import { Exact, Nullable } from '#shared/kernel/schema.ts';
import { ProductKind } from '../catalog/schema.ts';

export const PickupState = Type.Enum([
  'proposed',
  'reserved',
  'prepared',
  'completed',
  'canceled',
  'failed',
]);
export type PickupState = Static<typeof PickupState>;

/** Goods of one order line; carries what the stock ledger needs, so that no order has to be known. */
export const PickupLine = Exact({
  lineId: IdSchema,
  sku: SkuSchema,
  kind: ProductKind,
  quantity: QuantitySchema,
});
export type PickupLine = Static<typeof PickupLine>;

/** One act of handing goods over; two of them for one line are a contradiction, kept as evidence. */
export const HandOver = Exact({
  operationId: OperationIdSchema,
  at: TimeSchema,
  storeId: IdSchema,
  tillId: IdSchema,
  staffId: IdSchema,
  lines: Type.Array(PickupLine, { minItems: 1 }),
});
export type HandOver = Static<typeof HandOver>;

export const Pickup = Exact({
  state: PickupState,
  placedAt: TimeSchema,
  acceptedAt: Nullable(TimeSchema),
  readyAt: Nullable(TimeSchema),
  pickedUpAt: Nullable(TimeSchema),
  expiresAt: TimeSchema,
  /** Where the prepared goods stand. */
  shelf: Nullable(Type.String({ maxLength: 40 })),
  handOvers: Type.Array(HandOver),
});
export type Pickup = Static<typeof Pickup>;

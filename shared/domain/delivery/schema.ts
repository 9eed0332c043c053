import { Type, type Static } from 'typebox';
import { IdSchema, OperationIdSchema, SkuSchema, TimeSchema } from '#shared/kernel/ids.ts';
import { CountSchema, QuantitySchema } from '#shared/kernel/quantity.ts';
import { Exact, Nullable } from '#shared/kernel/schema.ts';
import { Seen } from '../order/schema.ts';

export const SentLine = Exact({ sku: SkuSchema, quantity: QuantitySchema });
export type SentLine = Static<typeof SentLine>;

/** What one operation took in of a delivery. */
export const DeliveryReceipt = Exact({
  operationId: OperationIdSchema,
  storeId: IdSchema,
  staffId: IdSchema,
  at: TimeSchema,
  lines: Type.Array(Exact({ sku: SkuSchema, quantity: CountSchema })),
});
export type DeliveryReceipt = Static<typeof DeliveryReceipt>;

/** Goods on their way to a store, from a supplier or from another store: the sum of the facts known about them. */
export const Delivery = Exact({
  id: IdSchema,
  /** null = from a supplier. */
  fromStoreId: Nullable(IdSchema),
  toStoreId: IdSchema,
  /** Supplier's name; empty for a transfer. */
  supplier: Type.String({ maxLength: 200 }),
  /** What stands on the paper that comes with it. */
  reference: Type.String({ maxLength: 100 }),
  /** When it was announced or sent; of one that is known only from its receipt, when that was. */
  sentAt: TimeSchema,
  /** When its supplier is to bring it; left out = nobody said. */
  expectedAt: Type.Optional(TimeSchema),
  /** Who sent it, if a till did. */
  sentBy: Nullable(OperationIdSchema),
  /** null = nobody has said yet what was sent. */
  sent: Nullable(Type.Array(SentLine)),
  receipts: Type.Array(DeliveryReceipt),
  seen: Seen,
});
export type Delivery = Static<typeof Delivery>;

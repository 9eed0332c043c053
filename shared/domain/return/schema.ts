import { Type, type Static } from 'typebox';
import { IdSchema, SkuSchema } from '#shared/kernel/ids.ts';
import { AmountSchema, CurrencySchema } from '#shared/kernel/money.ts';
import { QuantitySchema } from '#shared/kernel/quantity.ts';
import { Exact, Nullable } from '#shared/kernel/schema.ts';
import { LocalizedText } from '#shared/kernel/text.ts';
import { ProductKind, Unit } from '../catalog/schema.ts';
import { Refund } from '../payment/schema.ts';

export const ReturnReason = Type.Enum([
  'changed_mind',
  'defect',
  'wrong_item',
  'not_as_described',
  'other',
]);
export type ReturnReason = Static<typeof ReturnReason>;

/** Only `restock` makes goods sellable again (rule R18). */
export const Disposition = Type.Enum(['restock', 'damaged', 'processing', 'missing']);
export type Disposition = Static<typeof Disposition>;

export const ReturnLine = Exact({
  id: IdSchema,
  /** Line of the order that is returned; null in a blind return. */
  orderLineId: Nullable(IdSchema),
  sku: SkuSchema,
  name: LocalizedText,
  kind: ProductKind,
  unit: Unit,
  quantity: QuantitySchema,
  taxRate: Type.Integer({ minimum: 0, maximum: 10_000 }),
  tax: AmountSchema,
  /** What the customer gets back for the line, tax included. */
  total: AmountSchema,
  reason: ReturnReason,
  disposition: Disposition,
});
export type ReturnLine = Static<typeof ReturnLine>;

export const Return = Exact({
  returnId: IdSchema,
  number: IdSchema,
  /** The order the goods came from; null = blind return. */
  orderId: Nullable(IdSchema),
  currency: CurrencySchema,
  lines: Type.Array(ReturnLine, { minItems: 1 }),
  total: AmountSchema,
  refunds: Type.Array(Refund),
});
export type Return = Static<typeof Return>;

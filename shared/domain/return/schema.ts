import { Type, type Static } from 'typebox';
import { IdSchema, SkuSchema } from '#shared/kernel/ids.ts';
import { AmountSchema, CurrencySchema, MinorSchema } from '#shared/kernel/money.ts';
import { QuantitySchema } from '#shared/kernel/quantity.ts';
import { Exact, Nullable } from '#shared/kernel/schema.ts';
import { LocalizedText } from '#shared/kernel/text.ts';
import { Unit } from '../catalog/schema.ts';
import { MarkSchema } from '../pricing/particulars.ts';
import { LineKind } from '../pricing/schema.ts';
import { ReturnPoints } from '../points/schema.ts';
import { Refund } from '../payment/schema.ts';

export const ReturnReason = Type.Enum([
  'changed_mind',
  'defect',
  'wrong_item',
  'not_as_described',
  'other',
]);
export type ReturnReason = Static<typeof ReturnReason>;

/** What was found when the goods came back (rule R18). */
export const Condition = Type.Enum(['as_new', 'opened', 'damaged', 'defective', 'missing_parts']);
export type Condition = Static<typeof Condition>;

/** What happens to the goods: only `restock` makes them sellable again; `processing` holds them for inspection. */
export const Disposition = Type.Enum([
  'restock',
  'processing',
  'return_to_supplier',
  'damaged',
  'missing',
]);
export type Disposition = Static<typeof Disposition>;

export const ReturnLine = Exact({
  id: IdSchema,
  /** Line of the order that is returned; null in a blind return. */
  orderLineId: Nullable(IdSchema),
  sku: SkuSchema,
  name: LocalizedText,
  kind: LineKind,
  unit: Unit,
  quantity: QuantitySchema,
  taxRate: Type.Integer({ minimum: 0, maximum: 10_000 }),
  tax: AmountSchema,
  /** What the customer gets back for the line, tax included. */
  total: AmountSchema,
  reason: ReturnReason,
  condition: Condition,
  disposition: Disposition,
  /** Of goods that were sold with a number of their own: that of what came back. */
  serial: Type.Optional(Type.String({ minLength: 1, maxLength: 64 })),
  /** Of marked goods of which the whole line comes back: their code. */
  mark: Type.Optional(MarkSchema),
});
export type ReturnLine = Static<typeof ReturnLine>;

/** What says that the goods were sold by this chain: what the till or the server holds, a signed receipt, or nothing. */
export const ReturnProof = Type.Enum(['order', 'receipt', 'none']);
export type ReturnProof = Static<typeof ReturnProof>;

export const Return = Exact({
  returnId: IdSchema,
  number: IdSchema,
  /** The order the goods came from; null = blind return. */
  orderId: Nullable(IdSchema),
  proof: ReturnProof,
  /** Who brought the goods; of a return without receipt the limits count by it. */
  customer: Nullable(Type.String({ maxLength: 200 })),
  /** The customer agreed to store credit or a gift card in place of money (rule R14). */
  creditConsent: Type.Boolean(),
  currency: CurrencySchema,
  lines: Type.Array(ReturnLine, { minItems: 1 }),
  total: AmountSchema,
  /** Of what is given back in cash (rule R1): refunds = total + rounding. */
  rounding: MinorSchema,
  refunds: Type.Array(Refund),
  /** Left out = the till knew of none; the server goes by the order. */
  points: Type.Optional(ReturnPoints),
});
export type Return = Static<typeof Return>;

import { Type, type Static } from 'typebox';
import { IdSchema, SkuSchema } from '#shared/kernel/ids.ts';
import { AmountSchema, MinorSchema } from '#shared/kernel/money.ts';
import { QuantitySchema } from '#shared/kernel/quantity.ts';
import { Exact, Nullable } from '#shared/kernel/schema.ts';
import { LocalizedText } from '#shared/kernel/text.ts';
import { Unit } from '../catalog/schema.ts';
import { Particulars } from './particulars.ts';
import { PromoCodeSchema } from './promo-code.ts';

/** Why a person took something off. */
export const DiscountReason = Type.Enum([
  'damaged',
  'expiring',
  'shelf_price',
  'goodwill',
  'other',
]);
export type DiscountReason = Static<typeof DiscountReason>;

/** Why a line costs less than price × quantity. Of a promotion it says which, by its name of then. */
export const Discount = Exact({
  /** `points`: what a customer's points pay where they are no tender (rule R13). */
  kind: Type.Enum(['promotion', 'line', 'basket', 'points']),
  promotionId: Nullable(IdSchema),
  name: Nullable(LocalizedText),
  amount: AmountSchema,
  /** Where a person gave one; a small discount needs none. */
  reason: Type.Optional(DiscountReason),
});
export type Discount = Static<typeof Discount>;

/** What a line is of: a product, or a gift card that is sold or loaded (rule R13). */
export const LineKind = Type.Enum(['goods', 'service', 'gift_card']);
export type LineKind = Static<typeof LineKind>;

/** A line with its price worked out; it adds up: gross − discount = net, and total as below. */
export const PricedLine = Exact({
  id: IdSchema,
  sku: SkuSchema,
  name: LocalizedText,
  kind: LineKind,
  unit: Unit,
  quantity: QuantitySchema,
  unitPrice: AmountSchema,
  /** unitPrice × quantity. */
  gross: AmountSchema,
  discounts: Type.Array(Discount),
  /** gross − discounts; holds the tax where prices do. */
  net: AmountSchema,
  /** Basis points. */
  taxRate: Type.Integer({ minimum: 0, maximum: 10_000 }),
  tax: AmountSchema,
  /** What the customer pays for the line: net where prices hold the tax, else net + tax. */
  total: AmountSchema,
  particulars: Type.Optional(Particulars),
});
export type PricedLine = Static<typeof PricedLine>;

export const Totals = Exact({
  gross: AmountSchema,
  discount: AmountSchema,
  tax: AmountSchema,
  total: AmountSchema,
  /** Rounding of cash (rule R1): due = total + rounding. */
  rounding: MinorSchema,
});
export type Totals = Static<typeof Totals>;

/** A promotion that each customer has once was given for its code; `amount` is what it took off in all. */
export const CodeUse = Exact({
  promotionId: IdSchema,
  code: PromoCodeSchema,
  amount: AmountSchema,
});
export type CodeUse = Static<typeof CodeUse>;

import { Type, type Static } from 'typebox';
import { IdSchema, OperationIdSchema, SkuSchema, TimeSchema } from '#shared/kernel/ids.ts';
import { AmountSchema } from '#shared/kernel/money.ts';
import { QuantitySchema } from '#shared/kernel/quantity.ts';
import { Exact, Nullable } from '#shared/kernel/schema.ts';
import { LocalizedText } from '#shared/kernel/text.ts';
import { Unit } from '../catalog/schema.ts';
import { MOST_GROUPS } from '../customer/schema.ts';
import { TaxNumberSchema } from '../fiscal/schema.ts';
import { Seen } from '../order/schema.ts';
import { NoteSchema, Particulars } from '../pricing/particulars.ts';
import { PromoCodeSchema } from '../pricing/promo-code.ts';
import { MOST_CODES } from '../pricing/promo-codes.ts';
import { DiscountReason, LineKind } from '../pricing/schema.ts';

/** Basis points. */
const Share = Type.Integer({ minimum: 0, maximum: 10_000 });
const reason = Type.Optional(DiscountReason);
const Percent = Exact({ type: Type.Literal('percent'), rate: Share, reason });
const Amount = Exact({ type: Type.Literal('amount'), amount: AmountSchema, reason });
const Price = Exact({ type: Type.Literal('price'), price: AmountSchema, reason });

/** A line as it was put in, its price frozen then (rule R10). */
const ParkedLine = Exact({
  id: IdSchema,
  sku: SkuSchema,
  name: LocalizedText,
  categoryId: IdSchema,
  kind: LineKind,
  unit: Unit,
  quantity: QuantitySchema,
  unitPrice: AmountSchema,
  taxRate: Share,
  discount: Nullable(Type.Union([Percent, Amount, Price])),
  particulars: Type.Optional(Particulars),
});

/** All of a basket that whoever recalls it goes on with; it names its customer by an id alone, as a sale does. */
export const ParkedContent = Exact({
  taxInclusive: Type.Boolean(),
  lines: Type.Array(ParkedLine, { minItems: 1 }),
  discount: Nullable(Type.Union([Percent, Amount])),
  customerId: Nullable(IdSchema),
  /** Groups that the customer is in; left out = none. */
  groupIds: Type.Optional(Type.Array(IdSchema, { minItems: 1, maxItems: MOST_GROUPS })),
  /** Promo codes that were said; left out = none. */
  codes: Type.Optional(Type.Array(PromoCodeSchema, { minItems: 1, maxItems: MOST_CODES })),
  /** The manager who allowed what people took off, up to this share of it. */
  approval: Nullable(Exact({ managerId: IdSchema, limit: Share })),
  /** Of the sale that it will be, or by which it is known again. */
  note: Type.Optional(NoteSchema),
  buyerTaxNumber: Type.Optional(TaxNumberSchema),
});
export type ParkedContent = Static<typeof ParkedContent>;

const act = {
  operationId: OperationIdSchema,
  tillId: IdSchema,
  staffId: IdSchema,
  at: TimeSchema,
};

/** Somebody went on with it, or gave it up. */
const BasketAct = Exact(act);
export type BasketAct = Static<typeof BasketAct>;

/** A basket that waits for its customer: the sum of the facts known about it. */
export const ParkedBasket = Exact({
  /** Id of the order that it would have been; whoever recalls it sells another. */
  id: IdSchema,
  storeId: IdSchema,
  /** null = only its recall was heard of yet. */
  parked: Nullable(Exact({ ...act, content: ParkedContent })),
  recalls: Type.Array(BasketAct),
  discards: Type.Array(BasketAct),
  seen: Seen,
});
export type ParkedBasket = Static<typeof ParkedBasket>;

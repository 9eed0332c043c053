import { Type, type Static } from 'typebox';
import { IdSchema, SkuSchema, TimeSchema } from '#shared/kernel/ids.ts';
import { AmountSchema } from '#shared/kernel/money.ts';
import { Exact, Nullable } from '#shared/kernel/schema.ts';
import { LocalizedText } from '#shared/kernel/text.ts';
import { Channel } from '../order/schema.ts';
import { PromoCodeSchema } from './promo-code.ts';

/** Which goods a promotion is for; what is excepted is not, however it was named. */
export const Goods = Exact({
  all: Type.Boolean(),
  skus: Type.Array(SkuSchema, { maxItems: 10_000 }),
  categoryIds: Type.Array(IdSchema, { maxItems: 1000 }),
  exceptSkus: Type.Array(SkuSchema, { maxItems: 10_000 }),
  exceptCategoryIds: Type.Array(IdSchema, { maxItems: 1000 }),
});
export type Goods = Static<typeof Goods>;

const Rate = Type.Integer({ minimum: 1, maximum: 10_000 });
const Count = Type.Integer({ minimum: 1, maximum: 100 });

/** Rates are basis points, amounts and prices are of one piece or kilogram. */
const PieceOffer = Type.Union([
  Exact({ type: Type.Literal('percent'), goods: Goods, rate: Rate }),
  Exact({ type: Type.Literal('amount'), goods: Goods, amount: AmountSchema }),
  Exact({ type: Type.Literal('fixed_price'), goods: Goods, price: AmountSchema }),
]);
export type PieceOffer = Static<typeof PieceOffer>;

const SetOffer = Type.Union([
  /** Of every `buy + get` pieces the cheapest `get` cost less by `rate`; 10000 = they are free. */
  Exact({ type: Type.Literal('buy_get'), goods: Goods, buy: Count, get: Count, rate: Rate }),
  /** So many of each part for one price in all. */
  Exact({
    type: Type.Literal('bundle'),
    parts: Type.Array(Exact({ goods: Goods, count: Count }), { minItems: 1, maxItems: 8 }),
    price: AmountSchema,
  }),
]);
export type SetOffer = Static<typeof SetOffer>;

/** What comes off the goods it is for once they cost at least `minimum` together; of several steps the last reached. */
const BasketOffer = Exact({
  type: Type.Literal('basket'),
  goods: Goods,
  steps: Type.Array(
    Exact({
      minimum: AmountSchema,
      off: Type.Union([
        Exact({ type: Type.Literal('percent'), rate: Rate }),
        Exact({ type: Type.Literal('amount'), amount: AmountSchema }),
      ]),
    }),
    { minItems: 1, maxItems: 10 },
  ),
  /** Whether goods count that another promotion has made cheaper. */
  onPromoted: Type.Boolean(),
});
export type BasketOffer = Static<typeof BasketOffer>;

/** Hours of some days in the store's own time; `to` before `from` = into the next morning. Minutes of the day. */
const HappyHours = Exact({
  /** 1 = Monday … 7 = Sunday. */
  days: Type.Array(Type.Integer({ minimum: 1, maximum: 7 }), { maxItems: 7 }),
  from: Type.Integer({ minimum: 0, maximum: 1439 }),
  to: Type.Integer({ minimum: 0, maximum: 1440 }),
});
export type HappyHours = Static<typeof HappyHours>;

/** Something cheaper for a time; `null` for stores, channels and groups = for all of them. */
export const Promotion = Exact({
  id: IdSchema,
  name: LocalizedText,
  offer: Type.Union([PieceOffer, SetOffer, BasketOffer]),
  /** `one`: a piece has one such promotion at most; `on_top`: on what is left after the others. */
  stacking: Type.Enum(['one', 'on_top']),
  /** The higher goes first; among equals the customer gets the best. */
  priority: Type.Integer({ minimum: 0, maximum: 9 }),
  storeIds: Nullable(Type.Array(IdSchema, { minItems: 1 })),
  channels: Nullable(Type.Array(Channel, { minItems: 1 })),
  /** Groups of customers. */
  groupIds: Nullable(Type.Array(IdSchema, { minItems: 1 })),
  /** Only for who says it; null = for everybody. */
  code: Nullable(PromoCodeSchema),
  /** Of one with a code: each customer has it once; left out = as often as they like. */
  oncePerCustomer: Type.Optional(Type.Boolean()),
  startsAt: TimeSchema,
  endsAt: TimeSchema,
  /** null = at any hour. */
  hours: Nullable(HappyHours),
});
export type Promotion = Static<typeof Promotion>;

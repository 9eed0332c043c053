import { Type, type Static } from 'typebox';
import { Category } from '../domain/catalog/schema.ts';
import { PricedLine, Totals } from '../domain/pricing/schema.ts';
import { Promotion } from '../domain/pricing/promotion.ts';
import { IdSchema, SkuSchema } from '../kernel/ids.ts';
import { CurrencySchema } from '../kernel/money.ts';
import { QuantitySchema } from '../kernel/quantity.ts';
import { Exact, Nullable } from '../kernel/schema.ts';

/** Every promotion of the chain, those that are over included, and the categories they can be for. */
export const PromotionsReply = Exact({
  promotions: Type.Array(Promotion),
  categories: Type.Array(Category),
});
export type PromotionsReply = Static<typeof PromotionsReply>;

/** A new promotion, or one of that id as it is from now on. */
export const PromotionRequest = Promotion;

/** What a basket would cost in a store at the moment in which `draft` begins; null = now, without it. */
export const PreviewRequest = Exact({
  storeId: IdSchema,
  lines: Type.Array(Exact({ sku: SkuSchema, quantity: QuantitySchema }), {
    minItems: 1,
    maxItems: 50,
  }),
  draft: Nullable(Promotion),
});
export type PreviewRequest = Static<typeof PreviewRequest>;

export const PreviewReply = Exact({
  currency: CurrencySchema,
  lines: Type.Array(PricedLine),
  totals: Totals,
});
export type PreviewReply = Static<typeof PreviewReply>;

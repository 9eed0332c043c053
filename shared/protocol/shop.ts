import { Type, type Static } from 'typebox';
import { Category, Unit } from '../domain/catalog/schema.ts';
import { IdSchema, SkuSchema } from '../kernel/ids.ts';
import { AmountSchema, CurrencySchema } from '../kernel/money.ts';
import { LevelSchema } from '../kernel/quantity.ts';
import { Exact } from '../kernel/schema.ts';
import { LocalizedText } from '../kernel/text.ts';

/** Where the demo's online shop sells, and what it can be filtered by. */
export const ShopReply = Exact({
  chainName: Type.String(),
  currency: CurrencySchema,
  timeZone: Type.String(),
  stores: Type.Array(Exact({ storeId: IdSchema, name: Type.String(), address: Type.String() })),
  categories: Type.Array(Category),
});
export type ShopReply = Static<typeof ShopReply>;

export const ShopProductsQuery = Exact({
  storeId: IdSchema,
  categoryId: Type.Optional(IdSchema),
  /** Part of a name in any language. */
  text: Type.Optional(Type.String({ maxLength: 100 })),
});
export type ShopProductsQuery = Static<typeof ShopProductsQuery>;

export const ShopProduct = Exact({
  sku: SkuSchema,
  name: LocalizedText,
  categoryId: IdSchema,
  unit: Unit,
  /** In that store, before the promotion. */
  price: AmountSchema,
  /** What one costs now, with the promotions that need nothing else. */
  promotionPrice: AmountSchema,
  /** What the store could promise, thousandths. */
  available: LevelSchema,
});
export type ShopProduct = Static<typeof ShopProduct>;

/** The first that were found; the shop asks its customers to search for the rest. */
export const ShopProductsReply = Exact({
  products: Type.Array(ShopProduct),
  isAll: Type.Boolean(),
});
export type ShopProductsReply = Static<typeof ShopProductsReply>;

import { Type, type Static } from 'typebox';
import { IdSchema, SkuSchema } from '#shared/kernel/ids.ts';
import { AmountSchema, type Minor } from '#shared/kernel/money.ts';
import { Exact, Nullable } from '#shared/kernel/schema.ts';
import { LocalizedText } from '#shared/kernel/text.ts';
import { Asks } from './asks.ts';

export const Unit = Type.Enum(['piece', 'kilogram']);
export type Unit = Static<typeof Unit>;

/** `service` has a price but no stock: postage, fees, deposits. */
export const ProductKind = Type.Enum(['goods', 'service']);
export type ProductKind = Static<typeof ProductKind>;

export const Product = Exact({
  sku: SkuSchema,
  barcodes: Type.Array(Type.String({ minLength: 1, maxLength: 64 })),
  name: LocalizedText,
  categoryId: IdSchema,
  kind: ProductKind,
  unit: Unit,
  /** The chain's price of one unit; `storePrices` overrides it per store id. */
  price: AmountSchema,
  storePrices: Type.Record(Type.String({ pattern: '^[A-Za-z0-9_-]{1,64}$' }), AmountSchema),
  taxRateId: IdSchema,
  /** A place among the quick tiles, lowest first; null = found by search and scan only. */
  tile: Nullable(Type.Integer()),
  active: Type.Boolean(),
  /** Left out: nothing. */
  asks: Type.Optional(Asks),
});
export type Product = Static<typeof Product>;

export const Category = Exact({
  id: IdSchema,
  name: LocalizedText,
  /** Name of a picture in the till's icon set. */
  icon: IdSchema,
  /** CSS colour `#rrggbb` of the category's dot. */
  colour: Type.String({ pattern: '^#[0-9a-f]{6}$' }),
  position: Type.Integer(),
});
export type Category = Static<typeof Category>;

export const priceIn = (product: Pick<Product, 'price' | 'storePrices'>, storeId: string): Minor =>
  product.storePrices[storeId] ?? product.price;

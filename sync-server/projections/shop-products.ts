import { sql } from 'kysely';
import type { Category, Product } from '#shared/domain/catalog/schema.ts';
import { priceTag } from '#shared/domain/pricing/price-tag.ts';
import { priceBook } from '#shared/domain/pricing/price-book.ts';
import { promotionBook } from '#shared/domain/pricing/promotion-book.ts';
import { NONE } from '#shared/kernel/quantity.ts';
import type { Reference } from '#shared/protocol/documents.ts';
import type { ShopProductsQuery, ShopProductsReply } from '#shared/protocol/shop.ts';
import type { Tables } from '../tables.ts';
import { readOffered } from './availability.ts';
import { priceListsIn, promotionsIn, storeSettingsOf } from './references.ts';

/** Products the shop shows at once. */
const PAGE = 96;

/** The categories in their order. */
export const shopCategories = async (db: Tables): Promise<Category[]> => {
  const { rows } = await sql<{ body: string }>`
    select body from documents
    where collection = 'references' and id like 'category:%'`.execute(db);
  return rows
    .map(({ body }) => JSON.parse(body) as Reference)
    .flatMap((reference) => (reference.type === 'category' ? [reference.value] : []))
    .toSorted((left, right) => left.position - right.position);
};

/** A text to find literally within LIKE. */
const literally = (text: string): string => `%${text.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;

/** Goods on sale that fit, those with a tile first; one more than a page when there are more. */
const findGoods = async (
  db: Tables,
  { categoryId, text }: ShopProductsQuery,
): Promise<Product[]> => {
  const { rows } = await sql<{ body: string }>`
    select body from (
      select id, body, body::json as product from documents where collection = 'products'
    ) as found
    where (product ->> 'active')::boolean and product ->> 'kind' = 'goods'
      and (${categoryId === undefined} or product ->> 'categoryId' = ${categoryId ?? ''})
      and (${text === undefined} or (product -> 'name')::text ilike ${literally(text ?? '')})
    order by (product ->> 'tile')::int8 nulls last, id
    limit ${PAGE + 1}`.execute(db);
  return rows.map(({ body }) => JSON.parse(body) as Product);
};

/** What the demo's shop shows of a store: prices, promotions and what is available now. */
export const shopProducts = async (
  db: Tables,
  query: ShopProductsQuery,
  at: string,
): Promise<ShopProductsReply> => {
  const { storeId } = query;
  const goods = await findGoods(db, query);
  const shown = goods.slice(0, PAGE);
  const settings = await storeSettingsOf(db, storeId);
  const timeZone = settings?.timeZone ?? 'UTC';
  const promotions = promotionBook(await promotionsIn(db, storeId), {
    storeId,
    channel: 'web',
    timeZone,
  });
  const prices = priceBook(await priceListsIn(db, storeId), { storeId, channel: 'web' });
  const skus = shown.map(({ sku }) => sku);
  const offered = await readOffered(db, storeId, skus, at);
  return {
    isAll: goods.length <= PAGE,
    products: shown.map((product) => {
      const { sku, name, categoryId, unit } = product;
      const price = prices.priceOf(product, at);
      return {
        sku,
        name,
        categoryId,
        unit,
        price,
        promotionPrice: priceTag(product, price, promotions, at).price,
        available: offered.get(sku) ?? NONE,
      };
    }),
  };
};

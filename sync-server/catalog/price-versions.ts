import { type QueryExecutorProvider, sql } from 'kysely';
import type { Product } from '#shared/domain/catalog/schema.ts';
import { type Minor, minor } from '#shared/kernel/money.ts';

/** What a product cost in a store when the price list had this version; null = it was not in it yet. */
export const priceAt = async (
  db: QueryExecutorProvider,
  sku: string,
  storeId: string,
  version: number,
): Promise<Minor | null> => {
  const { rows } = await sql<{ price: number }>`
    select coalesce((store_prices ->> ${storeId})::int8, price) as price from price_versions
    where sku = ${sku} and version <= ${version}
    order by version desc limit 1`.execute(db);
  return rows[0] ? minor(rows[0].price) : null;
};

/** Keeps the prices of products as those of a version that is not in force yet. */
export const putPrices = async (
  db: QueryExecutorProvider,
  products: readonly Product[],
  version: number,
): Promise<void> => {
  const rows = products.map(({ sku, price, storePrices }) => ({
    sku,
    price,
    store_prices: storePrices,
  }));
  await sql`
    insert into price_versions (sku, version, price, store_prices)
    select sku, ${version}::int4, price, store_prices
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as row (sku text, price int8, store_prices jsonb)
    on conflict (sku, version)
      do update set price = excluded.price, store_prices = excluded.store_prices`.execute(db);
};

/** Forgets prices of versions that never came into force: writing them was cut short. */
export const dropPricesAfter = async (
  db: QueryExecutorProvider,
  version: number,
): Promise<void> => {
  await sql`delete from price_versions where version > ${version}`.execute(db);
};

import { sql } from 'kysely';
import { type Minor, minor } from '#shared/kernel/money.ts';
import type { Run } from './sql-run.ts';
import type { StoreTransaction } from './store.ts';

type PriceMethods = 'putPrices' | 'putListedPrices' | 'prices' | 'categories';

type PriceRow = { readonly sku: string; readonly version: number; readonly price: number };

/** What products cost in which version of the price list. */
export const createSqlPrices = (run: Run): Pick<StoreTransaction, PriceMethods> => ({
  putPrices: async (products, version) => {
    const rows = products.map(({ sku, categoryId, price, storePrices }) => ({
      sku,
      category_id: categoryId,
      price,
      store_prices: storePrices,
    }));
    await run(sql`
      insert into price_versions (sku, version, category_id, price, store_prices)
      select sku, ${version}::int4, category_id, price, store_prices
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as row (sku text, category_id text, price int8, store_prices jsonb)
      on conflict (sku, version)
        do update set category_id = excluded.category_id, price = excluded.price,
          store_prices = excluded.store_prices`);
  },
  putListedPrices: async (storeId, prices) => {
    await run(sql`
      insert into listed_prices (sku, store_id, price)
      select sku, ${storeId ?? ''}, price
      from jsonb_to_recordset(${JSON.stringify(prices)}::jsonb) as row (sku text, price int8)
      on conflict do nothing`);
  },
  prices: async (storeId, skus) => {
    const { rows } = await run(sql<PriceRow>`
      select sku, version, coalesce((store_prices ->> ${storeId})::int8, price) as price
      from price_versions where sku = any(${[...skus]}::text[])
      union all
      select sku, 0 as version, price from listed_prices as listed
      where sku = any(${[...skus]}::text[]) and store_id in ('', ${storeId})
        and exists (select from price_versions as known where known.sku = listed.sku)
      order by sku, version, price`);
    const bySku = new Map<string, { version: number; price: Minor }[]>();
    for (const { sku, version, price } of rows)
      bySku.set(sku, [...(bySku.get(sku) ?? []), { version, price: minor(price) }]);
    return bySku;
  },
  categories: async (skus) => {
    const { rows } = await run(sql<{ sku: string; ids: string[] }>`
      select sku, array_agg(distinct category_id order by category_id) as ids from price_versions
      where sku = any(${[...skus]}::text[]) and category_id is not null
      group by sku`);
    return new Map(rows.map(({ sku, ids }) => [sku, ids]));
  },
});

import { sql } from 'kysely';
import { type Minor, minor } from '#shared/kernel/money.ts';
import type { Run } from './sql-run.ts';
import type { StoreTransaction } from './store.ts';

type PriceRow = { readonly sku: string; readonly version: number; readonly price: number };

/** What products cost in which version of the price list. */
export const createSqlPrices = (run: Run): Pick<StoreTransaction, 'putPrices' | 'prices'> => ({
  putPrices: async (products, version) => {
    const rows = products.map(({ sku, price, storePrices }) => ({
      sku,
      price,
      store_prices: storePrices,
    }));
    await run(sql`
      insert into price_versions (sku, version, price, store_prices)
      select sku, ${version}::int4, price, store_prices
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as row (sku text, price int8, store_prices jsonb)
      on conflict (sku, version)
        do update set price = excluded.price, store_prices = excluded.store_prices`);
  },
  prices: async (storeId, skus) => {
    const { rows } = await run(sql<PriceRow>`
      select sku, version, coalesce((store_prices ->> ${storeId})::int8, price) as price
      from price_versions where sku = any(${[...skus]}::text[]) order by sku, version`);
    const bySku = new Map<string, { version: number; price: Minor }[]>();
    for (const { sku, version, price } of rows)
      bySku.set(sku, [...(bySku.get(sku) ?? []), { version, price: minor(price) }]);
    return bySku;
  },
});

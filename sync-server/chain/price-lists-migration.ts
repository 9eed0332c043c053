import { type Migration, sql } from 'kysely';

/** What price lists ever asked in a store (`''` = in all), so that no till is doubted that asked it (rule R11). */
export const priceListsMigration: Migration = {
  up: async (db) => {
    await sql`
      create table listed_prices (
        sku text not null,
        store_id text not null,
        price int8 not null,
        primary key (sku, store_id, price)
      )`.execute(db);
  },
};

import { type Kysely, type Migration, sql } from 'kysely';

/**
 * Which price a product had in which version of the price list (rule R11): a row holds from its version on, until the
 * product's next row. Minor units; `store_prices` by store id, where a store's price is another.
 */
export const catalogMigration: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`
      create table price_versions (
        sku text collate "C" not null,
        version int4 not null,
        price int8 not null,
        store_prices jsonb not null,
        primary key (sku, version)
      )`.execute(db);
  },
};

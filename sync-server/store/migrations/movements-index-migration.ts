import { type Kysely, type Migration, sql } from 'kysely';

/** What moved of a product since a time: stocktakes ask for it (rule S4), and so does head office. */
export const movementsIndexMigration: Migration = {
  up: async (db: Kysely<unknown>) => {
    await sql`
      create index movements_store_id_sku_at on movements (store_id, sku, at collate "C")`.execute(
      db,
    );
  },
};

import { type Migration, sql } from 'kysely';

/** Where a channel wants to be told: see `tables.ts`. */
export const callbackMigration: Migration = {
  up: async (db) => {
    await sql`alter table channels add column callback_url text`.execute(db);
  },
};

import { type Kysely, type Migration, sql } from 'kysely';

/** In which epoch the data was started again: what a till was told before that epoch tells nothing of a restore. */
export const gapEpochMigration: Migration = {
  up: async (db: Kysely<unknown>) => {
    await sql`alter table change_gaps add column epoch text not null default ''`.execute(db);
  },
};

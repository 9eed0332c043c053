import { type Kysely, type Migration, sql } from 'kysely';

/** Policies of before say by how much a drawer may differ as well: as much as the default does. */
export const cashDifferenceMigration: Migration = {
  up: async (db: Kysely<unknown>) => {
    await sql`
      update documents
      set body = replace(body, '"extensionDays":', '"cashDifferenceLimit":100000,"extensionDays":')
      where collection = 'references' and id like 'policy:%'`.execute(db);
  },
};

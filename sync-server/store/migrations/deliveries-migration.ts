import { type Migration, sql } from 'kysely';

/**
 * What suppliers bring, by when it was announced. A member of a JSON text is found by its letters: inside a string its
 * quotes would be escaped.
 */
export const deliveriesMigration: Migration = {
  up: async (db) => {
    await sql`
      create index documents_deliveries
        on documents ((substring(body from '"sentAt":"([^"]+)"') collate "C"), id)
        where collection = 'references' and id like 'delivery:%'
          and body like '%"fromStoreId":null%'`.execute(db);
  },
};

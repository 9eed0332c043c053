import { type Kysely, type Migration, sql } from 'kysely';

/** A way to what was written down of customers, so that one who is erased is found without reading every journal. */
export const customersMigration: Migration = {
  up: async (db: Kysely<unknown>) => {
    await sql`
      create index operations_customers on operations (journal_id, seq)
        where text like '%"type":"customer.saved"%'`.execute(db);
  },
};

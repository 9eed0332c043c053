import { type Migration, sql } from 'kysely';

/**
 * Ways into the ledgers and documents that only reading needs: receipts by time and by order, orders that are
 * collected, open exceptions. A member of a JSON text is found by its letters: inside a string its quotes would be
 * escaped.
 */
export const readingMigration: Migration = {
  up: async (db) => {
    await sql`
      create index sale_lines_at on sale_lines (at, order_id);
      create index sale_lines_order_id on sale_lines (order_id, at);
      create index documents_pickups on documents (id)
        where collection = 'orders' and body like '%"pickup":{%';
      create index documents_open_exceptions on documents (id)
        where collection = 'exceptions' and body like '%"state":"open"%'`.execute(db);
  },
};

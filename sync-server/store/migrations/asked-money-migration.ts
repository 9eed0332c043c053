import { type Kysely, type Migration, sql } from 'kysely';

/** A way to what machines were asked for by when it came, so that what never ended is found without reading every journal. */
export const askedMoneyMigration: Migration = {
  up: async (db: Kysely<unknown>) => {
    await sql`
      create index operations_asked_money on operations (received_at)
        where text like '%"type":"payment.requested"%' or text like '%"type":"refund.requested"%'`.execute(
      db,
    );
  },
};

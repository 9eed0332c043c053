import { type Kysely, type Migration, sql } from 'kysely';

/** Channels are told more of their orders than refunds: see `schema.ts`. */
export const noticesMigration: Migration = {
  up: async (db: Kysely<unknown>) => {
    await sql`
      alter table refund_notices rename to order_notices;
      alter index refund_notices_waiting rename to order_notices_waiting;`.execute(db);
  },
};

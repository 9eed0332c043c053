import { type Kysely, type Migration, sql } from 'kysely';

/** What channels are to be told of refunds, and what is owed to customers as store credit: see `schema.ts`. */
export const refundsMigration: Migration = {
  up: async (db: Kysely<unknown>) => {
    await sql`
      create table refund_notices (
        order_id text collate "C" primary key,
        version int8 not null,
        told int8 not null,
        attempts int4 not null,
        next_at text collate "C" not null,
        held_until text collate "C"
      );
      create index refund_notices_waiting on refund_notices (next_at) where version > told;

      create table stored_value (
        operation_id text collate "C" not null,
        line_id text collate "C" not null,
        code text collate "C" not null,
        order_id text,
        store_id text not null,
        at text collate "C" not null,
        currency text not null,
        amount int8 not null,
        primary key (operation_id, line_id)
      );
      create index stored_value_code on stored_value (code);`.execute(db);
  },
};

import { type Kysely, type Migration, sql } from 'kysely';

/** What channels asked under each Idempotency-Key about an order that they have. */
export const channelActsMigration: Migration = {
  up: async (db: Kysely<unknown>) => {
    await sql`
      create table channel_acts (
        channel_id text not null references channels (id),
        order_id text not null,
        idempotency_key text not null,
        body_hash text not null,
        primary key (channel_id, order_id, idempotency_key)
      )`.execute(db);
  },
};

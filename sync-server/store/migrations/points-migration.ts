import { type Kysely, type Migration, sql } from 'kysely';

/** What customers earned and spent of loyalty points: see `schema.ts`. */
export const pointsMigration: Migration = {
  up: async (db: Kysely<unknown>) => {
    await sql`
      create table points (
        operation_id text collate "C" not null,
        order_id text collate "C" not null,
        customer_id text collate "C" not null,
        store_id text not null,
        at text collate "C" not null,
        earned int8 not null,
        taken_back int8 not null,
        spent int8 not null,
        restored int8 not null,
        value int8 not null,
        primary key (operation_id, order_id)
      );
      create index points_customer on points (customer_id);`.execute(db);
  },
};

import { type Migration, sql } from 'kysely';

/** How often each receipt went out by e-mail on a day of UTC; of addresses nothing is kept. */
export const lettersMigration: Migration = {
  up: async (db) => {
    await sql`
      create table letters (
        order_id text not null,
        day text not null,
        sent int4 not null check (sent >= 0),
        primary key (order_id, day)
      );
      create index letters_day on letters (day)`.execute(db);
  },
};

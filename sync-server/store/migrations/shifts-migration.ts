import { type Kysely, type Migration, sql } from 'kysely';

/**
 * Shifts of tills, and a way to the operations of each. Within a canonical text the pattern stands only where the
 * envelope names the shift: inside a string its quotes would be escaped, and no payload has both members side by side.
 */
export const shiftsMigration: Migration = {
  up: async (db: Kysely<unknown>) => {
    await sql`
      create table shifts (
        id text collate "C" primary key,
        till_id text not null,
        store_id text collate "C" not null,
        number int4 not null,
        currency text not null,
        opened_at text collate "C" not null,
        opened_by text not null,
        closing_journal_id text collate "C",
        closing_seq int8,
        closed_at text collate "C",
        difference int8
      );
      create index shifts_store_id on shifts (store_id, opened_at, id);

      create function shift_of(operation text) returns text language sql immutable strict
        return substring(operation from '"shiftId":"([A-Za-z0-9_-]{1,64})","staffId":');
      create index operations_shift on operations (shift_of(text))
        where shift_of(text) is not null;`.execute(db);
  },
};

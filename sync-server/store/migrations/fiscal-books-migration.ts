import { type Migration, sql } from 'kysely';

/**
 * How each till stands to whoever registers for it, as far as its journals were read (`projections/fiscal-books.ts`), and a way to
 * the few operations that can begin it. Within a canonical text the pattern stands only where a member has that value: inside a
 * string its quotes would be escaped.
 */
export const fiscalBooksMigration: Migration = {
  up: async (db) => {
    await sql`
      create table fiscal_books (till_id text primary key, body text not null);
      create function is_fiscal(operation text) returns boolean
        language sql immutable strict
        return operation ~ '"type":"(shift[.]opened|fiscal[.][a-z]+)"';
      create index operations_fiscal on operations (journal_id, seq) where is_fiscal(text);`.execute(
      db,
    );
  },
};

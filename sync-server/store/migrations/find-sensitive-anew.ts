import { type Kysely, type Migration, sql } from 'kysely';

/**
 * The way to what somebody may want to look into (`sensitiveActsMigration`) leads to operations of these types from now on; beside
 * them to what it always did.
 */
export const findSensitiveAnew = (types: readonly string[]): Migration => ({
  up: async (db: Kysely<unknown>) => {
    await sql`
      drop index operations_sensitive;
      create or replace function is_sensitive(operation text) returns boolean
        language sql immutable strict
        return operation ~ '"type":"(${sql.raw(types.join('|'))})"'
          or operation ~ '"kind":"(line|basket|out)"'
          or operation ~ '"proof":"none"'
          or operation ~ '"approvedBy":"';
      create index operations_sensitive on operations (received_at, journal_id, seq)
        where is_sensitive(text);`.execute(db);
  },
});

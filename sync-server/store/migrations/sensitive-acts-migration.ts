import { type Kysely, type Migration, sql } from 'kysely';

/**
 * A way to what somebody may want to look into later: goods taken out of baskets, drawers opened and emptied, blind
 * returns, prices and discounts that people gave, and whatever a manager approved. Within a canonical text each pattern
 * stands only where a member has that value: inside a string its quotes would be escaped.
 */
export const sensitiveActsMigration: Migration = {
  up: async (db: Kysely<unknown>) => {
    await sql`
      create function is_sensitive(operation text) returns boolean language sql immutable strict
        return operation ~ '"type":"(line.voided|basket.voided|basket.discarded|drawer.opened)"'
          or operation ~ '"kind":"(line|basket|out)"'
          or operation ~ '"proof":"none"'
          or operation ~ '"approvedBy":"';
      create index operations_sensitive on operations (received_at, journal_id, seq)
        where is_sensitive(text);`.execute(db);
  },
};

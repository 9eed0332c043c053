import { type Kysely, type Migration, sql } from 'kysely';

/** PINs and badges that were tried in vain are among what somebody may want to look into (`sensitiveActsMigration`). */
export const refusalsMigration: Migration = {
  up: async (db: Kysely<unknown>) => {
    await sql`
      drop index operations_sensitive;
      create or replace function is_sensitive(operation text) returns boolean
        language sql immutable strict
        return operation ~ '"type":"(line.voided|basket.voided|basket.discarded|drawer.opened|receipt.reprinted|staff.refused)"'
          or operation ~ '"kind":"(line|basket|out)"'
          or operation ~ '"proof":"none"'
          or operation ~ '"approvedBy":"';
      create index operations_sensitive on operations (received_at, journal_id, seq)
        where is_sensitive(text);`.execute(db);
  },
};

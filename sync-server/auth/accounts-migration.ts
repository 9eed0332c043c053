import { type Migration, sql } from 'kysely';

/** People whom an administrator invites, and the links with which they choose a password. */
export const accountsMigration: Migration = {
  up: async (db) => {
    await sql`
      alter table dashboard_users alter column password_hash drop not null;
      create table password_links (
        token_hash text primary key,
        user_id text not null unique references dashboard_users (id),
        expires_at text not null
      )`.execute(db);
  },
};

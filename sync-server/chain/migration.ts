import { type Migration, sql } from 'kysely';

const STATEMENTS = [
  `alter table channels
    add column name text not null default '',
    add column created_at text,
    add column revoked_at text`,
  `create table change_log (
    id int8 generated always as identity primary key,
    at text not null,
    user_id text not null,
    user_name text not null,
    kind text not null,
    subject text not null
  )`,
];

/** What head office makes, and the record of who changed what: see `tables.ts` of `auth`. */
export const chainMigration: Migration = {
  up: async (db) => {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};

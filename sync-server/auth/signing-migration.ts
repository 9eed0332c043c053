import { type Migration, sql } from 'kysely';

const STATEMENTS = [
  `create table chain (
    only_row boolean primary key default true check (only_row),
    id text not null,
    pickup_secret text not null
  )`,
  `create table signing_keys (
    generation integer primary key,
    id text not null,
    public_key text not null,
    private_key text not null,
    starts_at text not null,
    expires_at text not null
  )`,
  `alter table till_keys
    add column certified_by text,
    add column certified_until text,
    add column revocation_told boolean not null default false`,
];

/** What the chain signs with, and how far tills have been told: see `tables.ts`. */
export const signingMigration: Migration = {
  up: async (db) => {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};

import { type Migration, sql } from 'kysely';

const STATEMENTS = [
  `create table tills (
    id text primary key,
    store_id text not null,
    generation integer not null,
    last_contact_at text,
    queued integer not null,
    complete_at text
  )`,
  `create index tills_store_id on tills (store_id)`,
  `create table till_keys (
    token_hash text primary key,
    till_id text not null references tills (id),
    public_key text not null,
    enrolled_at text not null,
    revoked_at text
  )`,
  `create index till_keys_till_id on till_keys (till_id, enrolled_at)`,
  `create table enrolment_codes (
    code_hash text primary key,
    till_id text not null references tills (id),
    expires_at text not null,
    used_at text
  )`,
  `create table dashboard_users (
    id text primary key,
    email text not null unique,
    name text not null,
    password_hash text not null,
    role text not null check (role in ('head_office', 'store_manager')),
    store_ids text[],
    demo boolean not null,
    failed_sign_ins integer not null,
    locked_until text
  )`,
  `create table sessions (
    token_hash text primary key,
    user_id text not null references dashboard_users (id),
    expires_at text not null
  )`,
  `create index sessions_expires_at on sessions (expires_at)`,
  `create table channels (
    id text primary key,
    channel text not null,
    key_hash text not null unique,
    demo boolean not null
  )`,
  `create table channel_orders (
    channel_id text not null references channels (id),
    idempotency_key text not null,
    body_hash text not null,
    order_id text not null unique,
    number text not null,
    reply text,
    primary key (channel_id, idempotency_key)
  )`,
  `create sequence order_numbers start 20001`,
];

/** Who may talk to the server: see `tables.ts`. */
export const accessMigration: Migration = {
  up: async (db) => {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};

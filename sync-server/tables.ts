import type { Kysely } from 'kysely';
import type { AuthTables } from './auth/tables.ts';
import type { StoreTables } from './store/schema.ts';

/** All tables of the server's database. */
export type ServerTables = StoreTables & AuthTables;

/** The server's database, to ask. */
export type Tables = Kysely<ServerTables>;

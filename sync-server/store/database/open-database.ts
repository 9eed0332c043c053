import { Kysely, PostgresDialect } from 'kysely';
import type { Connections } from './connections.ts';
import { openPglite } from './open-pglite.ts';
import { openPostgres } from './open-postgres.ts';

/**
 * Where the server keeps its data. `Schema` is Kysely's: table name → columns. Both kinds return int8 as a number and
 * throw where it would not be exact; numeric, which a sum of int8 is, stays text: cast it.
 */
export type Database<Schema> = Connections & {
  readonly kind: 'pglite' | 'postgres';
  readonly kysely: Kysely<Schema>;
};

export type DatabaseOptions = { readonly dataFolder: string } | { readonly databaseUrl: string };

/**
 * Opens the PGlite database in a folder, made if missing, or a PostgreSQL server's. Rejects with
 * `DataFolderLockedError` (code `data_folder_locked`) if another process has the folder open, with the driver's error
 * if a server cannot be reached. A PGlite that stops by itself, when the disk cannot sync for example, ends the
 * process by an uncaught error: what it acknowledged is there at the next start.
 */
export async function openDatabase<Schema>(options: DatabaseOptions): Promise<Database<Schema>> {
  const isFolder = 'dataFolder' in options;
  const connections = isFolder
    ? await openPglite(options.dataFolder)
    : await openPostgres(options.databaseUrl);
  const dialect = new PostgresDialect({ pool: connections.pool });
  return {
    ...connections,
    kind: isFolder ? 'pglite' : 'postgres',
    kysely: new Kysely<Schema>({ dialect }),
  };
}

import { rm } from 'node:fs/promises';
import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { createDataFolder } from '#server/store/database/create-data-folder.fixture.ts';
import { type Database, openDatabase } from '#server/store/database/open-database.ts';
import { createMemoryStore } from '#server/store/memory-store.ts';
import { migrate } from '#server/store/migrations/migrate.ts';
import { migrations } from '#server/migrations.ts';
import type { StoreTables } from '#server/store/schema.ts';
import { createSqlStore } from '#server/store/sql-store.ts';
import type { Store } from '#server/store/store.ts';
import { memoryContents, sqlContents, type StoreContents } from './store-contents.ts';

export type OpenStore = {
  readonly store: Store;
  readonly contents: (storeId: string) => Promise<StoreContents>;
  /** Another server process's store on the same data; null where there can be none. */
  readonly openAnother: (() => Promise<OpenStore>) | null;
  readonly close: () => Promise<void>;
};

export type StoreKind = { readonly name: string; readonly open: () => Promise<OpenStore> };

const openMemory = async (): Promise<OpenStore> => {
  const store = createMemoryStore({ epoch: 'first' });
  return {
    store,
    contents: async (storeId) => memoryContents(store.contents(), storeId),
    openAnother: null,
    close: store.close,
  };
};

const storeOn = async (
  database: Database<StoreTables>,
): Promise<Pick<OpenStore, 'store' | 'contents' | 'close'>> => {
  const store = await createSqlStore(database);
  return {
    store,
    contents: (storeId) => sqlContents(database.kysely, storeId),
    close: async () => {
      await store.close();
      await database.close();
    },
  };
};

const openPglite = async (): Promise<OpenStore> => {
  const dataFolder = await createDataFolder();
  const database = await openDatabase<StoreTables>({ dataFolder });
  await migrate(database.kysely, migrations);
  const opened = await storeOn(database);
  return {
    ...opened,
    openAnother: null,
    close: async () => {
      await opened.close();
      await rm(dataFolder, { recursive: true });
    },
  };
};

const run = async (databaseUrl: string, statement: string): Promise<void> => {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query(statement);
  await client.end();
};

/** A database of its own on the server, gone when it is closed. */
const openPostgres = async (serverUrl: string): Promise<OpenStore> => {
  const name = `omnitill_${randomBytes(8).toString('hex')}`;
  await run(serverUrl, `create database ${name}`);
  const databaseUrl = Object.assign(new URL(serverUrl), { pathname: `/${name}` }).href;
  const open = () => openDatabase<StoreTables>({ databaseUrl });
  const database = await open();
  await migrate(database.kysely, migrations);
  const opened = await storeOn(database);
  return {
    ...opened,
    openAnother: async () => ({ ...(await storeOn(await open())), openAnother: null }),
    close: async () => {
      await opened.close();
      await run(serverUrl, `drop database ${name} with (force)`);
    },
  };
};

const serverUrl = process.env['TEST_DATABASE_URL'];

/** PostgreSQL is among them where TEST_DATABASE_URL says which server. */
export const storeKinds: readonly StoreKind[] = [
  { name: 'memory', open: openMemory },
  { name: 'PGlite', open: openPglite },
  ...(serverUrl === undefined ? [] : [{ name: 'PostgreSQL', open: () => openPostgres(serverUrl) }]),
];

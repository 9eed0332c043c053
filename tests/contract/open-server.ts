import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Client } from 'pg';
import { createServer, type Server, type ServerOptions } from '#server/server.ts';
import { createDataFolder } from '#server/store/database/create-data-folder.fixture.ts';
import type { DatabaseOptions } from '#server/store/database/open-database.ts';

/** A server that listens on a free port, with an empty database of its own. */
export type OpenServer = Pick<Server, 'db' | 'ingest' | 'setupToken'> & {
  /** Its origin. */
  readonly url: string;
  readonly close: () => Promise<void>;
};

/** Milliseconds that opening a new database may take on a machine with other work. */
export const OPENING = 120_000;

type Started = Pick<Partial<ServerOptions>, 'demo' | 'mail'>;

export type ServerKind = {
  readonly name: string;
  readonly open: (options?: Started) => Promise<OpenServer>;
};

const listenOn = async (
  database: DatabaseOptions,
  { demo = false, mail }: Started,
  giveBack: () => Promise<void>,
): Promise<OpenServer> => {
  const server = await createServer({
    ...database,
    host: '127.0.0.1',
    port: 0,
    demo,
    ...(mail === undefined ? {} : { mail }),
    dashboardFolder: join(import.meta.dirname, 'no-dashboard'),
    logLevel: 'silent',
  });
  const { db, ingest, setupToken } = server;
  const { address } = await server.listen();
  return {
    db,
    ingest,
    setupToken,
    url: address,
    close: async () => {
      await server.close();
      await giveBack();
    },
  };
};

const onPglite: ServerKind['open'] = async (started = {}) => {
  const dataFolder = await createDataFolder();
  return listenOn({ dataFolder }, started, () => rm(dataFolder, { recursive: true }));
};

const run = async (databaseUrl: string, statement: string): Promise<void> => {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query(statement);
  await client.end();
};

const onPostgres =
  (serverUrl: string): ServerKind['open'] =>
  async (started = {}) => {
    const name = `omnitill_${randomBytes(8).toString('hex')}`;
    await run(serverUrl, `create database ${name}`);
    const databaseUrl = Object.assign(new URL(serverUrl), { pathname: `/${name}` }).href;
    return listenOn({ databaseUrl }, started, () =>
      run(serverUrl, `drop database ${name} with (force)`),
    );
  };

const serverUrl = process.env['TEST_DATABASE_URL'];

/** PostgreSQL is among them where TEST_DATABASE_URL says which server. */
export const serverKinds: readonly ServerKind[] = [
  { name: 'PGlite', open: onPglite },
  ...(serverUrl === undefined ? [] : [{ name: 'PostgreSQL', open: onPostgres(serverUrl) }]),
];

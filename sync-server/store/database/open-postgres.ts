import { Client, Pool } from 'pg';
import type { Connections } from './connections.ts';
import { createNotifications } from './notifications.ts';
import { poolSettings } from './pool-settings.ts';

const retryMs = 1_000;

/** Without it a connection whose other end is gone without a word is noticed after hours. */
const keepAlive = { keepAlive: true, keepAliveInitialDelayMillis: 10_000 };

/** A PostgreSQL server. Rejects if it cannot be reached. */
export async function openPostgres(databaseUrl: string): Promise<Connections> {
  const pool = new Pool({
    ...poolSettings,
    connectionString: databaseUrl,
    max: 10,
    lock_timeout: 10_000,
    idle_in_transaction_session_timeout: 30_000,
    // What may take longer, a migration or a rebuild, says SET LOCAL statement_timeout in its transaction.
    statement_timeout: 60_000,
    ...keepAlive,
  });
  pool.on('error', () => undefined); // The pool replaces an idle connection that is lost.
  const listener = createListener(databaseUrl);
  try {
    await pool.query('SELECT 1');
  } catch (error) {
    await pool.end();
    throw error;
  }
  return {
    pool,
    listen: listener.listen,
    close: async () => {
      await listener.close();
      await pool.end();
    },
  };
}

/** A connection of its own that LISTENs, made when it is first needed and again whenever it is lost. */
function createListener(databaseUrl: string): Pick<Connections, 'listen' | 'close'> {
  let connection: Promise<Client> | undefined;
  let retry: NodeJS.Timeout | undefined;
  let isClosed = false;
  const notifications = createNotifications(async (sql) => (await connected()).query(sql));

  function connected(): Promise<Client> {
    connection ??= connect();
    return connection;
  }

  async function connect(): Promise<Client> {
    const client = new Client({
      connectionString: databaseUrl,
      application_name: 'omnitill listener',
      ...keepAlive,
      connectionTimeoutMillis: poolSettings.connectionTimeoutMillis,
    });
    client.on('error', () => undefined); // 'end' follows.
    client.on('notification', notifications.deliver);
    client.once('end', () => {
      connection = undefined;
      if (!isClosed) retry = setTimeout(() => void connected().catch(() => undefined), retryMs);
    });
    try {
      await client.connect();
      await notifications.resume((sql) => client.query(sql));
    } catch (error) {
      await client.end();
      throw error;
    }
    return client;
  }

  return {
    listen: notifications.listen,
    close: async () => {
      isClosed = true;
      clearTimeout(retry);
      await (await connection?.catch(() => undefined))?.end();
    },
  };
}

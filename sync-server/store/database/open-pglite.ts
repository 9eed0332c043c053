import { Pool } from 'pg';
import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, realpathSync, rmSync } from 'node:fs';
import { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Connections } from './connections.ts';
import { type FolderLock, lockFolder } from './lock-folder.ts';
import { createNotifications } from './notifications.ts';
import { startPgliteUpkeep } from './pglite-upkeep.ts';
import { poolSettings } from './pool-settings.ts';
import { startPgliteWorker } from './start-pglite-worker.ts';

/**
 * PostgreSQL inside this process, its cluster in `dataFolder`/pglite. All connections share one session: settings,
 * prepared statements, temporary tables and session locks of one are those of all, and a transaction makes the others
 * wait. Throws `DataFolderLockedError` if another process has the folder open.
 */
export async function openPglite(dataFolder: string): Promise<Connections> {
  const lock = lockFolder(dataFolder);
  try {
    return await openLocked(dataFolder, lock);
  } catch (error) {
    lock.release();
    throw error;
  }
}

async function openLocked(dataFolder: string, lock: FolderLock): Promise<Connections> {
  const socketPath = privateSocketPath(dataFolder);
  const stopWorker = await startPgliteWorker({ folder: join(dataFolder, 'pglite'), socketPath });
  const pool = new Pool({
    ...poolSettings,
    max: 8,
    user: 'postgres',
    database: 'postgres',
    ssl: false,
    stream: () => new PathSocket(socketPath),
  });
  pool.on('error', () => undefined); // The pool replaces an idle connection that is lost.
  const notifications = createNotifications((sql) => pool.query(sql));
  // The one session listens, so a notification reaches the connection that sent it.
  pool.on('connect', (client) => client.on('notification', notifications.deliver));
  const stopUpkeep = startPgliteUpkeep(pool);

  return {
    pool,
    listen: notifications.listen,
    close: async () => {
      await stopUpkeep();
      await pool.end();
      await stopWorker();
      removeSocket(socketPath);
      lock.release();
    },
  };
}

/** Connects to one path, whatever host and port it is asked for. */
class PathSocket extends Socket {
  readonly #path: string;

  constructor(path: string) {
    super();
    this.#path = path;
  }

  override connect(): this {
    return super.connect({ path: this.#path });
  }
}

/**
 * PGlite asks for no password, so only this user may reach it. The path of a socket must be short, and not every file
 * system has sockets: hence not in the data folder. What a killed process left there goes with the next start.
 */
function privateSocketPath(dataFolder: string): string {
  if (process.platform === 'win32') return String.raw`\\.\pipe\omnitill-${randomUUID()}`;
  const name = createHash('sha256').update(realpathSync(dataFolder)).digest('hex').slice(0, 16);
  const folder = join(tmpdir(), `omnitill-${name}`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { mode: 0o700 });
  return join(folder, 'database');
}

function removeSocket(path: string): void {
  if (process.platform === 'win32') return; // A pipe goes with its server.
  rmSync(dirname(path), { recursive: true, force: true });
}

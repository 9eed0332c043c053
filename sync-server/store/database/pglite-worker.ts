import { PGlite, type PGliteOptions } from '@electric-sql/pglite';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { DurableNodeFs } from './durable-node-fs.ts';
import type { PgliteWorkerData, PgliteWorkerMessage } from './pglite-worker-messages.ts';
import { SharedPglite } from './shared-pglite.ts';
import { syncFolder, syncTree } from './sync-tree.ts';

/** The last lines PostgreSQL logged: they say why it stopped. */
const log: string[] = [];

const options: PGliteOptions = {
  startParams: [
    ...PGlite.defaultStartParams.filter((parameter) => parameter !== '-F'), // -F: no fsync
    ...['wal_sync_method=fsync', 'max_wal_size=256MB'].flatMap((setting) => ['-c', setting]),
  ],
  onStderr: (line) => {
    log.push(line);
    log.splice(0, log.length - 20);
    return false; // Not for the console.
  },
};

function tell(message: PgliteWorkerMessage): void {
  parentPort?.postMessage(message);
}

/** Ends this thread at once, in the middle of whatever it does: nothing more is acknowledged. */
function stop(cause: unknown): never {
  tell({ type: 'stopped', cause: String(cause), log });
  process.exit(1);
}

/** A cluster appears under its final name only when it is complete and on the disk. */
async function createCluster(folder: string): Promise<void> {
  const draft = `${folder}.new`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true, mode: 0o700 });
  const database = await PGlite.create({ ...options, fs: new DurableNodeFs(draft) });
  await database.exec('CHECKPOINT');
  await database.close();
  syncTree(draft);
  renameSync(draft, folder);
  syncFolder(join(folder, '..'));
}

async function serve({ folder, socketPath }: PgliteWorkerData): Promise<void> {
  if (!existsSync(folder)) await createCluster(folder);
  // Left behind by a crash it would keep PostgreSQL from starting; the folder is locked, so it is nobody's.
  rmSync(join(folder, 'postmaster.pid'), { force: true });

  const database = await SharedPglite.open({ ...options, fs: new DurableNodeFs(folder) }, stop);
  const server = new PGLiteSocketServer({
    db: database,
    path: socketPath,
    maxConnections: 64,
    // PGlite has no timers for idle_in_transaction_session_timeout: this rolls a forgotten transaction back.
    idleTimeout: 60_000,
  });
  await server.start();
  parentPort?.once('message', () => {
    void close(server, database);
  });
  tell({ type: 'ready' });
}

async function close(server: PGLiteSocketServer, database: SharedPglite): Promise<void> {
  await server.stop();
  await database.close();
  process.exit(0);
}

try {
  await serve(workerData as PgliteWorkerData);
} catch (error) {
  stop(error);
}

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { DatabaseOptions } from '#server/store/database/open-database.ts';
import { type NodeTill, openNodeTill } from './node-till.ts';
import { type BenchServer, startBenchServer } from './bench-server.ts';

/** Runs a benchmark with a server and so many tills, and clears up behind it. PGlite without a database. */
export const withBenchServer = async (
  tillCount: number,
  database: DatabaseOptions | null,
  measure: (server: BenchServer, tills: readonly NodeTill[]) => Promise<void>,
): Promise<void> => {
  const folder = await mkdtemp(path.join(tmpdir(), 'omnitill-bench-'));
  const dataFolder = path.join(folder, 'server');
  const server = await startBenchServer(database ?? { dataFolder }, tillCount);
  const tills: NodeTill[] = [];
  try {
    for (const code of server.codes) tills.push(await openNodeTill(folder, server.url, code));
    await measure(server, tills);
  } finally {
    for (const till of tills) await till.close();
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
};

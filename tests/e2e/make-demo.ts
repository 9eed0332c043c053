import { rename } from 'node:fs/promises';
import path from 'node:path';
import { createDataFolder } from '#server/store/database/create-data-folder.fixture.ts';
import { openPglite } from '#server/store/database/open-pglite.ts';
import { keepUp } from '#server/store/database/pglite-upkeep.ts';
import { ended, freePort, spawnServer } from './spawn-server.ts';

export const demoIn = (runFolder: string): string => path.join(runFolder, 'demo');

/** What a server does with a new demo in its first minute, once for all copies: its channels know of the orders, its tables are analyzed. */
const settle = async (dataFolder: string): Promise<void> => {
  const { pool, close } = await openPglite(dataFolder);
  await pool.query('UPDATE order_notices SET told = version');
  await keepUp(pool);
  await close();
};

/** The demo of this minute, once for all of a run, as making it takes seconds. */
export const makeDemo = async (runFolder: string): Promise<void> => {
  const draft = await createDataFolder();
  const server = await spawnServer(await freePort(), draft, { isDemo: true, onPrint: () => {} });
  await ended(server, 'SIGTERM');
  await settle(draft);
  await rename(draft, demoIn(runFolder));
};

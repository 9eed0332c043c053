import { rename } from 'node:fs/promises';
import path from 'node:path';
import { createDataFolder } from '#server/store/database/create-data-folder.fixture.ts';
import { ended, freePort, spawnServer } from './spawn-server.ts';

export const demoIn = (runFolder: string): string => path.join(runFolder, 'demo');

/** The demo of this minute, once for all of a run, as making it takes seconds. */
export const makeDemo = async (runFolder: string): Promise<void> => {
  const draft = await createDataFolder();
  const server = await spawnServer(await freePort(), draft, { isDemo: true, onPrint: () => {} });
  await ended(server, 'SIGTERM');
  await rename(draft, demoIn(runFolder));
};

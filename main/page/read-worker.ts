import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';

/** What the build leaves in the worker where its page's version depends on the server. */
const SERVER_PLACE = 'omnitill-server';

/**
 * The service worker of the built till, whose page is another version for another server: the browser takes it in anew, with
 * its address and its policy. Rejects when it was never built.
 */
export const readWorker = async (folder: string, serverUrl: string): Promise<string> => {
  const worker = await readFile(path.join(folder, 'service-worker.js'), 'utf8');
  return worker.replaceAll(SERVER_PLACE, createHash('sha256').update(serverUrl).digest('hex'));
};

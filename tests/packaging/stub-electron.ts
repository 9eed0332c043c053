import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createPackage } from '@electron/asar';

/** How a binary of Electron's carries its fuses: this text, a version, how many, and a digit for each. */
const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
/** As Electron 45 is delivered: the nine it knows, in its order. */
const DELIVERED = '101100011';

/** A folder that electron-builder takes for Electron's distribution for Linux, made without Electron. */
export const writeStubElectron = async (folder: string): Promise<void> => {
  await mkdir(path.join(folder, 'resources'), { recursive: true });
  const fuses = Buffer.concat([
    Buffer.from(SENTINEL),
    Buffer.from([1, DELIVERED.length]),
    Buffer.from(DELIVERED),
  ]);
  await writeFile(path.join(folder, 'electron'), Buffer.concat([Buffer.alloc(64), fuses]));
  await chmod(path.join(folder, 'electron'), 0o755);
  for (const name of ['LICENSE', 'LICENSES.chromium.html', 'version', 'chrome-sandbox'])
    await writeFile(path.join(folder, name), name === 'version' ? '45.4.1' : '');
  const app = await mkdtemp(path.join(folder, 'app-'));
  await writeFile(path.join(app, 'main.js'), '');
  await createPackage(app, path.join(folder, 'resources/default_app.asar'));
  await rm(app, { recursive: true });
};

import { mkdir, open, readdir, readFile, rename } from 'node:fs/promises';
import path from 'node:path';
import { Value } from 'typebox/value';
import { KeptTill } from '#shared/mirror/journal-mirror.ts';
import { syncFolder } from './append-durably.ts';

/** How what identifies a till is kept from other people of this computer. */
export type Sealer = {
  readonly seal: (text: string) => Promise<string>;
  readonly open: (sealed: string) => Promise<string>;
};

/** Where the system offers no sealing, the file belongs to the user of the till alone. */
export const plainSealer: Sealer = { seal: async (text) => text, open: async (sealed) => sealed };

const FILE = 'till.json';

export const tillFolders = async (folder: string): Promise<string[]> => {
  const names = await readdir(folder, { withFileTypes: true }).catch(() => []);
  return names.filter((each) => each.isDirectory()).map(({ name }) => name);
};

/** The till of a folder; null = there is none, or it cannot be read and is as good as none. */
export const readKept = async (folder: string, sealer: Sealer): Promise<KeptTill | null> => {
  try {
    const value: unknown = JSON.parse(
      await sealer.open(await readFile(path.join(folder, FILE), 'utf8')),
    );
    return Value.Check(KeptTill, value) ? value : null;
  } catch {
    return null;
  }
};

/** Written beside and renamed: either the old one or the new one is there, whole. */
export const writeKept = async (folder: string, till: KeptTill, sealer: Sealer): Promise<void> => {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const fresh = path.join(folder, `.${FILE}`);
  const handle = await open(fresh, 'w', 0o600);
  try {
    await handle.writeFile(await sealer.seal(JSON.stringify(till)));
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(fresh, path.join(folder, FILE));
  await syncFolder(folder);
};

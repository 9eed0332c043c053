import { createHash, randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Administrator } from './head-office.ts';

/** What makes a replay this one: with anything else its ledgers make no sense. */
export type Identity = {
  readonly tills: number;
  readonly seed: number;
  /** Of the invoices. */
  readonly sha256: string;
  /** null = an own server. */
  readonly server: string | null;
};

export type DataFolder = {
  readonly path: string;
  readonly tills: string;
  /** Of the own server. */
  readonly server: string;
};

export const sha256Of = (bytes: Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex');

const readOr = async <Value>(file: string, create: () => Value): Promise<Value> => {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Value;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    const value = create();
    await writeFile(file, JSON.stringify(value, null, 2), { mode: 0o600 });
    return value;
  }
};

/** Makes the folder a replay's, or finds that replay in it; null when another one's ledgers are there. */
export const claimFolder = async (
  given: string | null,
  identity: Identity,
): Promise<DataFolder | null> => {
  const folder = given ?? (await mkdtemp(path.join(tmpdir(), 'omnitill-replay-')));
  await mkdir(folder, { recursive: true });
  const found = await readOr(path.join(folder, 'replay.json'), () => identity);
  if (JSON.stringify(found) !== JSON.stringify(identity)) return null;
  return { path: folder, tills: path.join(folder, 'tills'), server: path.join(folder, 'server') };
};

/** Who may sign in at the dashboard of the own server. */
export const administratorOf = (folder: DataFolder): Promise<Administrator> =>
  readOr(path.join(folder.path, 'administrator.json'), () => ({
    email: 'replay@localhost',
    password: randomBytes(18).toString('base64url'),
  }));

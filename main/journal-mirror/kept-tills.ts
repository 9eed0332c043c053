import type { Dirent } from 'node:fs';
import { mkdir, readdir, readFile, rename } from 'node:fs/promises';
import path from 'node:path';
import { Value } from 'typebox/value';
import { IdSchema } from '#shared/kernel/ids.ts';
import { KeptTill } from '#shared/mirror/journal-mirror.ts';
import { knownOf } from '../disk/known-members.ts';
import { writeDurably } from '../disk/write-durably.ts';
import { mirrorLine, textOfLine } from './mirror-line.ts';

/** How what identifies a till is kept from other people of this computer. */
export type Sealer = {
  readonly seal: (text: string) => Promise<string>;
  readonly open: (sealed: string) => Promise<string>;
};

/** Where the system offers no sealing, the file belongs to the user of the till alone; what was altered in it is no till. */
export const plainSealer: Sealer = {
  seal: async (text) => mirrorLine(text),
  open: async (sealed) => {
    // As it was written before it had a checksum.
    if (sealed.startsWith('{')) return sealed;
    const text = textOfLine(sealed.trimEnd());
    if (text === null) throw new Error('altered');
    return text;
  },
};

const FILE = 'till.json';

/** Nothing is there; any other fault of the disk says nothing about that. */
const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT';

/** Names in a folder; none where there is no such folder. */
export const namesIn = async (folder: string): Promise<Dirent[]> => {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
};

/** Names of the tills that have a folder. */
export const tillFolders = async (folder: string): Promise<string[]> => {
  const names = await namesIn(folder);
  return names
    .filter((each) => each.isDirectory() && Value.Check(IdSchema, each.name))
    .map(({ name }) => name);
};

/**
 * The till of a folder that is named by it; null = there is none. `unreadable`: there is one, and who it is cannot be read: it
 * was torn or altered, or sealed for another user of the system or by a key that is gone.
 */
export const readKept = async (
  folder: string,
  sealer: Sealer,
): Promise<KeptTill | 'unreadable' | null> => {
  let sealed: string;
  try {
    sealed = await readFile(path.join(folder, FILE), 'utf8');
  } catch (error) {
    return isMissing(error) ? null : 'unreadable';
  }
  try {
    // A newer version may have kept more, and this one is put in its place when that fails.
    const value = knownOf(KeptTill, JSON.parse(await sealer.open(sealed)));
    const isOwn = Value.Check(KeptTill, value) && value.tillId === path.basename(folder);
    return isOwn ? value : 'unreadable';
  } catch {
    return 'unreadable';
  }
};

/**
 * What is there and cannot be read may hold the only copy of the till's key outside its profile, and be read again once the
 * system opens it: a till that has no key to put in its place leaves it, and one that has keeps it beside, under a name with
 * `stamp`. Nor does a till that cannot tell its key take one away that is kept for the same enrolment.
 */
export const writeKept = async (
  folder: string,
  till: KeptTill,
  sealer: Sealer,
  stamp: string,
): Promise<void> => {
  const held = await readKept(folder, sealer);
  if (held === 'unreadable' && till.keys === null) return;
  if (held === 'unreadable')
    await rename(path.join(folder, FILE), path.join(folder, `till-${stamp}.unreadable`));
  const isSame = held !== 'unreadable' && held?.token === till.token;
  const kept: KeptTill = { ...till, keys: till.keys ?? (isSame ? held.keys : null) };
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await writeDurably(path.join(folder, FILE), await sealer.seal(JSON.stringify(kept)));
};

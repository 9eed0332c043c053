import { readdir, rm, stat, truncate } from 'node:fs/promises';
import path from 'node:path';
import type { Random } from '../simulation/random.ts';

/** Where Chromium keeps what its pages wrote, in a profile that no browser has open. */
export const storageIn = (profile: string): string => path.join(profile, 'Default', 'IndexedDB');

/** As a program that cleans up does, and as Chromium itself does with a database that it cannot read. */
export const deleteStorage = async (profile: string): Promise<readonly string[]> => {
  await rm(storageIn(profile), { recursive: true });
  return ['IndexedDB'];
};

/** The files of the databases: logs, tables, and those that say which of them count. */
const filesOf = async (folder: string): Promise<readonly string[]> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile() && /^(CURRENT|MANIFEST-\d+|\d+\.(log|ldb))$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .toSorted();
  const sizes = await Promise.all(files.map(async (file) => (await stat(file)).size));
  return files.filter((_, index) => (sizes[index] ?? 0) > 0);
};

/**
 * As a failing disk does: one file, or several of them, end at a place of chance. Resolves with what was cut, as
 * `name kept/size`.
 */
export const truncateStorage = async (
  profile: string,
  random: Random,
): Promise<readonly string[]> => {
  const files = await filesOf(storageIn(profile));
  const one = random.pick(files);
  if (one === undefined) throw new Error('this profile holds no database');
  const others = random.chance(0.5) ? files.filter(() => random.chance(0.5)) : [];
  const cut: string[] = [];
  for (const file of new Set([one, ...others])) {
    const { size } = await stat(file);
    const kept = random.below(size);
    await truncate(file, kept);
    cut.push(`${path.basename(file)} ${kept}/${size}`);
  }
  return cut;
};

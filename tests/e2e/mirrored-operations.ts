import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { textOfLine } from '#main/journal-mirror/mirror-line.ts';
import { generationOf } from '#shared/kernel/ids.ts';

const generation = (file: string): number => generationOf(path.dirname(file));

/** The files of a till's mirror that count, in the order in which they were begun. */
export const mirrorFiles = async (mirrorFolder: string, tillId: string): Promise<string[]> => {
  const folder = path.join(mirrorFolder, tillId);
  const names = await readdir(folder, { recursive: true }).catch(() => []);
  return names
    .filter((name) => name.endsWith('.log') && !name.startsWith('set-aside'))
    .toSorted((a, b) => generation(a) - generation(b) || a.localeCompare(b))
    .map((name) => path.join(folder, name));
};

/** The texts of the operations that lie whole in a till's mirror. */
export const mirroredOperations = async (
  mirrorFolder: string,
  tillId: string,
): Promise<string[]> => {
  const files = await mirrorFiles(mirrorFolder, tillId);
  const texts = await Promise.all(files.map((file) => readFile(file, 'utf8')));
  return texts.flatMap((text) => text.split('\n').flatMap((line) => textOfLine(line) ?? []));
};

/** Whether the till could go on in a journal of its own without a network. */
export const hasSpareJournal = async (mirrorFolder: string, tillId: string): Promise<boolean> => {
  const kept = path.join(mirrorFolder, tillId, 'till.json');
  return /"spare":\{/.test(await readFile(kept, 'utf8').catch(() => '{}'));
};

import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import path from 'node:path';

/** Makes names that were created, renamed or removed in a folder durable. Windows keeps its folders by itself. */
export const syncFolder = async (folder: string): Promise<void> => {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};

/** Beside the file, for its owner alone; no name of a spool's or a mirror's file begins with a dot. */
const freshOf = (file: string): string => path.join(path.dirname(file), `.${path.basename(file)}`);

/**
 * A small file, whole: the old one or the new one is there, whatever happens, and the new one when it resolves. A disk that does
 * not take it (it is full) leaves the old one, and nothing beside it.
 */
export const writeDurably = async (file: string, text: string | Buffer): Promise<void> => {
  const fresh = freshOf(file);
  try {
    const handle = await open(fresh, 'w', 0o600);
    try {
      await handle.writeFile(text);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(fresh, file);
  } catch (error) {
    await rm(fresh, { force: true });
    throw error;
  }
  await syncFolder(path.dirname(file));
};

/** The same before anything else is done. */
export const writeDurablySync = (file: string, text: string): void => {
  const fresh = freshOf(file);
  try {
    writeFileSync(fresh, text, { mode: 0o600, flush: true });
    renameSync(fresh, file);
  } catch (error) {
    rmSync(fresh, { force: true });
    throw error;
  }
  if (process.platform === 'win32') return;
  const handle = openSync(path.dirname(file), 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
};

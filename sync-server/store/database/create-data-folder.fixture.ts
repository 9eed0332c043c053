import {
  constants,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openDatabase } from './open-database.ts';

const packages = fileURLToPath(new URL('../../../node_modules/', import.meta.url));
const { version } = JSON.parse(
  readFileSync(join(packages, '@electric-sql/pglite/package.json'), 'utf8'),
) as { version: string };
const cache = join(packages, '.cache/omnitill');
const template = join(cache, `pglite-${version}`);

/** A new data folder with an empty PGlite store in it. It is copied: making one takes seconds. */
export async function createDataFolder(): Promise<string> {
  if (!existsSync(template)) await createTemplate();
  const folder = mkdtempSync(join(tmpdir(), 'omnitill-test-'));
  cpSync(template, join(folder, 'pglite'), { recursive: true, mode: constants.COPYFILE_FICLONE });
  return folder;
}

async function createTemplate(): Promise<void> {
  mkdirSync(cache, { recursive: true });
  const draft = mkdtempSync(join(cache, 'draft-'));
  const database = await openDatabase({ dataFolder: draft });
  await database.close();
  try {
    renameSync(join(draft, 'pglite'), template);
  } catch (error) {
    if (!existsSync(template)) throw error; // Else another test was first.
  }
  rmSync(draft, { recursive: true });
}

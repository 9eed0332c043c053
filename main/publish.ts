import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => path.relative(folder, path.join(parentPath, name)));

/** Hashed files first, then what names them: a page is never there before its parts. */
const publishingOrder = (file: string): number => {
  if (file.startsWith(`assets${path.sep}`)) return 0;
  if (file.endsWith('.html')) return 2;
  return file === 'service-worker.js' ? 3 : 1;
};

/** What the last build consists of, beside the folder, so that it is not served. */
const listOf = (folder: string): string => `${folder}.files.json`;

const lastBuild = (folder: string): string[] => {
  if (existsSync(listOf(folder)))
    return JSON.parse(readFileSync(listOf(folder), 'utf8')) as string[];
  return existsSync(folder) ? filesIn(folder) : [];
};

/**
 * Moves a fresh build into the folder that is being served. Each file is replaced in one step, and those of the build
 * before stay one build longer: a page that is open goes on loading its parts.
 */
export const publish = (fresh: string, folder: string): void => {
  const files = filesIn(fresh).toSorted((a, b) => publishingOrder(a) - publishingOrder(b));
  const kept = new Set([...files, ...lastBuild(folder)]);
  for (const file of files) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    renameSync(path.join(fresh, file), path.join(folder, file));
  }
  for (const file of filesIn(folder)) if (!kept.has(file)) rmSync(path.join(folder, file));
  writeFileSync(listOf(folder), JSON.stringify(files));
  rmSync(fresh, { recursive: true, force: true });
};

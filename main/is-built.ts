import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';

/** What is built is made of these. */
const SOURCES = ['renderer', 'shared', 'sync-server/dashboard', 'main', 'package-lock.json'];
const PAGES = ['dist/till/index.html', 'dist/dashboard/index.html', 'dist/desktop/boot.js'];

const newestIn = (place: string): number => {
  const status = statSync(place);
  if (!status.isDirectory()) return status.mtimeMs;
  return Math.max(0, ...readdirSync(place).map((name) => newestIn(path.join(place, name))));
};

/** Whether all of it is there and nothing they are made of is newer. */
export const isBuilt = (root: string): boolean => {
  const pages = PAGES.map((page) => path.join(root, page));
  if (!pages.every((page) => existsSync(page))) return false;
  const built = Math.min(...pages.map((page) => statSync(page).mtimeMs));
  return SOURCES.every((source) => newestIn(path.join(root, source)) <= built);
};

import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';

/** What is built is made of these. */
const SOURCES = ['renderer', 'shared', 'sync-server', 'main', 'package-lock.json'];
const BUILT = [
  'dist/till/index.html',
  'dist/dashboard/index.html',
  'dist/server/serve.js',
  'dist/desktop/boot.js',
];

const newestIn = (place: string): number => {
  const status = statSync(place);
  if (!status.isDirectory()) return status.mtimeMs;
  return Math.max(0, ...readdirSync(place).map((name) => newestIn(path.join(place, name))));
};

/** Whether all of it is there and nothing they are made of is newer. */
export const isBuilt = (root: string): boolean => {
  const files = BUILT.map((file) => path.join(root, file));
  if (!files.every((file) => existsSync(file))) return false;
  const oldest = Math.min(...files.map((file) => statSync(file).mtimeMs));
  return SOURCES.every((source) => newestIn(path.join(root, source)) <= oldest);
};

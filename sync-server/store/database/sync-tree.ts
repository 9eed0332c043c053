import { closeSync, fsyncSync, openSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Returns when `folder` and all it holds is on the disk, names included. */
export function syncTree(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) syncTree(path);
    else if (entry.isFile()) syncFile(path);
  }
  syncFolder(folder);
}

/** Returns when the names in `folder` are on the disk. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return; // Windows cannot, and its file systems journal names.
  sync(folder, 'r');
}

function syncFile(path: string): void {
  sync(path, 'r+'); // Windows syncs only what is open for writing.
}

function sync(path: string, flags: 'r' | 'r+'): void {
  const descriptor = openSync(path, flags);
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { rooms } from './arrows.ts';

export const projectRoot = path.resolve(import.meta.dirname, '../..');

/** Every TypeScript file of ours in the rooms, as paths from the project root. */
export async function sourceFiles(): Promise<string[]> {
  const found = await Promise.all(
    rooms.map(async (room) => {
      const entries = await readdir(path.join(projectRoot, room), { recursive: true });
      return entries.map((entry) => `${room}/${entry.replaceAll(path.sep, '/')}`);
    }),
  );
  return found.flat().filter((file) => /\.tsx?$/.test(file));
}

import { open } from 'node:fs/promises';
import path from 'node:path';
import { syncFolder } from '../disk/write-durably.ts';

/** Writes bytes into a file at its end, which is at `size`; on the disk when it resolves. */
export type Append = (file: string, size: number, bytes: Buffer) => Promise<void>;

/** When the disk takes only a part (it is full), that part is cut off again and it rejects as the disk said. */
export const appendDurably: Append = async (file, size, bytes) => {
  const handle = await open(file, size === 0 ? 'w' : 'r+');
  try {
    let written = 0;
    while (written < bytes.length) {
      const { bytesWritten } = await handle.write(
        bytes,
        written,
        bytes.length - written,
        size + written,
      );
      written += bytesWritten;
    }
    await handle.datasync();
  } catch (error) {
    // Not to be waited for: should the disk refuse this too, the torn end is cut off when the log is next opened.
    await handle.truncate(size).catch(() => undefined);
    throw error;
  } finally {
    await handle.close();
  }
  if (size === 0) await syncFolder(path.dirname(file));
};

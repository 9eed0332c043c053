import { open, rename } from 'node:fs/promises';

/** Written beside and renamed: either the file of before or the new one is there, whole. */
export const writeWhole = async (file: string, text: string): Promise<void> => {
  const fresh = `${file}.new`;
  const handle = await open(fresh, 'w');
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(fresh, file);
};

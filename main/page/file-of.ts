import path from 'node:path';

/** The file of a folder that a page's address means, or null when it leads out of the folder or is no path at all. */
export const fileOf = (folder: string, pathname: string): string | null => {
  let name: string;
  try {
    name = decodeURIComponent(pathname);
  } catch {
    return null;
  }
  // Backslashes are separators on Windows, and a colon there names a drive or a stream of a file.
  if (/[\\:\0]/.test(name)) return null;
  const file = path.resolve(folder, `.${name}`);
  return file.startsWith(folder + path.sep) ? file : null;
};

import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const STANDARD: Partial<Record<NodeJS.Platform, string>> = {
  win32: 'electron.exe',
  darwin: 'Electron.app/Contents/MacOS/Electron',
};

/** The folder of the package, found by its manifest: importing the package itself begins a download. */
const packageFolder = (): string | null => {
  try {
    return path.dirname(createRequire(import.meta.url).resolve('electron/package.json'));
  } catch {
    return null;
  }
};

const nameIn = (folder: string | null): string | null => {
  const file = folder === null ? null : path.join(folder, 'path.txt');
  return file !== null && existsSync(file) ? readFileSync(file, 'utf8').trim() : null;
};

/** The Electron binary on this machine, or null: `ELECTRON_OVERRIDE_DIST_PATH`, else the one that was installed. */
export const findElectron = (
  environment: NodeJS.ProcessEnv,
  folder: string | null = packageFolder(),
): string | null => {
  const override = environment['ELECTRON_OVERRIDE_DIST_PATH'];
  const name = nameIn(folder);
  const standard = STANDARD[process.platform] ?? 'electron';
  const candidate =
    override !== undefined && override !== ''
      ? path.join(override, name ?? standard)
      : folder !== null && name !== null
        ? path.join(folder, 'dist', name)
        : null;
  return candidate !== null && existsSync(candidate) ? candidate : null;
};

import { spawn } from 'node:child_process';
import path from 'node:path';

export type DesktopParts = {
  /** The Electron binary. */
  readonly electron: string;
  /** Folder of this package. */
  readonly root: string;
  readonly dataFolder: string;
  readonly serverUrl: string;
};

export type Desktop = {
  /** Resolves when the app has ended, with its exit code; null = it could not be started, or was killed. */
  readonly ended: Promise<number | null>;
  readonly close: () => void;
};

/** Opens the till as the desktop app, on this machine's server. */
export const openDesktop = ({ electron, root, dataFolder, serverUrl }: DesktopParts): Desktop => {
  const app = spawn(electron, [root], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: {
      ...process.env,
      OMNITILL_SERVER_URL: serverUrl,
      OMNITILL_DESKTOP_DATA: path.join(dataFolder, 'desktop'),
    },
  });
  return {
    ended: new Promise((resolve) => {
      app.once('error', () => resolve(null));
      app.once('exit', (code) => resolve(code));
    }),
    close: () => void app.kill('SIGTERM'),
  };
};

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
  /** Asks it to end, and ends it when it does not. */
  readonly close: () => void;
};

/** Milliseconds that the app has to end when it is asked. */
const PATIENCE = 5_000;

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
  const ended = new Promise<number | null>((resolve) => {
    app.once('error', () => resolve(null));
    app.once('exit', (code) => resolve(code));
  });
  return {
    ended,
    close: () => {
      app.kill('SIGTERM');
      const impatience = setTimeout(() => app.kill('SIGKILL'), PATIENCE);
      void ended.then(() => clearTimeout(impatience));
    },
  };
};

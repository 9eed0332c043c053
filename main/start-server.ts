import { type ChildProcess, spawn } from 'node:child_process';

export type RunningServer = { readonly process: ChildProcess; readonly url: string };

/**
 * Origins of tills' pages that a server of this environment takes: with what was given, the page that this machine serves.
 * A server that listens beyond this machine knows of none by itself.
 */
export const tillOrigins = (environment: NodeJS.ProcessEnv, tillPort: number): string => {
  // As browsers write it: without port 80.
  const own = ['localhost', '127.0.0.1'].map(
    (name) => new URL(`http://${name}:${tillPort}`).origin,
  );
  return [environment['OMNITILL_TILL_ORIGINS'] ?? '', ...own].join(' ').trim();
};

/** What the desktop app is told of a server of this machine, wherever that listens: by plain http it calls loopback alone. */
export const appAddress = (url: string): string => `http://localhost:${new URL(url).port || '80'}`;

/** Starts the built server; resolves with its address when it takes requests. When it ends before, it has said why. */
export const startServer = (root: string, tillPort: number): Promise<RunningServer> =>
  new Promise((resolve) => {
    const server = spawn(process.execPath, ['--enable-source-maps', 'dist/server/serve.js'], {
      cwd: root,
      env: { ...process.env, OMNITILL_TILL_ORIGINS: tillOrigins(process.env, tillPort) },
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    server.once('exit', (code) => process.exit(code || 1));
    server.once('message', (message) => {
      const { url } = message as { url: string };
      resolve({ process: server, url });
    });
  });

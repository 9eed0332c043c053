import { type ChildProcess, spawn } from 'node:child_process';

export type RunningServer = { readonly process: ChildProcess; readonly url: string };

/** Starts the built server; resolves with its address when it takes requests. When it ends before, it has said why. */
export const startServer = (
  root: string,
  environment: NodeJS.ProcessEnv = process.env,
): Promise<RunningServer> =>
  new Promise((resolve) => {
    const server = spawn(process.execPath, ['--enable-source-maps', 'dist/server/serve.js'], {
      cwd: root,
      env: environment,
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    server.once('exit', (code) => process.exit(code || 1));
    server.once('message', (message) => {
      const { url } = message as { url: string };
      resolve({ process: server, url });
    });
  });

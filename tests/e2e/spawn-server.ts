import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import path from 'node:path';
import { HOST_ORIGIN } from '../electron-host/show-window.ts';
import { isHosted } from './hosted-till.ts';
import { clockModule } from './moved-clock.ts';

const root = path.resolve(import.meta.dirname, '../..');

export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => {
        if (address === null || typeof address === 'string') reject(new Error('no port'));
        else resolve(address.port);
      });
    });
  });

type Start = {
  readonly isDemo: boolean;
  readonly onPrint: (text: string) => void;
  /** What the server's clock says; none = this machine's. */
  readonly time?: number | undefined;
};

export const spawnServer = (
  port: number,
  dataFolder: string,
  { isDemo, onPrint, time }: Start,
): Promise<ChildProcess> =>
  new Promise((resolve, reject) => {
    const clock = time === undefined ? [] : ['--import', clockModule(time)];
    // It lives for a minute: to optimize PostgreSQL's WebAssembly takes longer than that saves.
    const flags = ['--liftoff-only', '--enable-source-maps'];
    const program = [...clock, ...flags, 'dist/server/serve.js'];
    const server = spawn(process.execPath, program, {
      cwd: root,
      env: {
        ...process.env,
        OMNITILL_SERVER_PORT: String(port),
        OMNITILL_DATA: dataFolder,
        OMNITILL_DEMO: isDemo ? '1' : '0',
        ...(isHosted ? { OMNITILL_TILL_ORIGINS: HOST_ORIGIN } : {}),
      },
      stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    });
    server.stdout?.on('data', (chunk: Buffer) => onPrint(chunk.toString()));
    server.once('message', () => resolve(server));
    server.once('exit', (code) => reject(new Error(`the server ended with ${code}`)));
  });

/** Resolves when the process has ended by this signal, or had before. */
export const ended = (child: ChildProcess, signal: NodeJS.Signals): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once('exit', () => resolve());
    child.kill(signal);
  });

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer as createSocket } from 'node:net';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Killable } from './drive.ts';

export type OwnServer = Killable & {
  /** Its origin, the same after every restart. */
  readonly url: string;
  /** Ends it in peace; its data folder is then free. */
  readonly stop: () => Promise<void>;
};

const PROGRAM = fileURLToPath(new URL('serve.ts', import.meta.url));
const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

/** A port that nobody uses now; the tills must find the server there again. */
const freePort = async (): Promise<number> => {
  const socket = createSocket().listen(0, '127.0.0.1');
  await once(socket, 'listening');
  const address = socket.address();
  socket.close();
  await once(socket, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port is free');
  return address.port;
};

/** Resolves when it listens; rejects when it ends instead, having said why. */
const launch = async (dataFolder: string, port: number): Promise<ChildProcess> => {
  const child = spawn(process.execPath, ['--import', 'tsx', PROGRAM, dataFolder, String(port)], {
    cwd: ROOT,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit').then(() => null);
  const [line] = (await Promise.race([
    once(createInterface(child.stdout), 'line'),
    ended.then(() => []),
  ])) as string[];
  if (line === undefined) throw new Error(`the server did not start on ${dataFolder}`);
  return child;
};

/** Starts a server of its own process on a data folder, where the shop must be prepared. */
export const startOwnServer = async (dataFolder: string): Promise<OwnServer> => {
  const port = await freePort();
  let child = await launch(dataFolder, port);
  const end = async (how: (running: ChildProcess) => void): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    how(child);
    await ended;
  };
  return {
    url: `http://127.0.0.1:${port}`,
    killAndRestart: async () => {
      await end((running) => running.kill('SIGKILL'));
      child = await launch(dataFolder, port);
    },
    stop: () => end((running) => running.stdin?.end()),
  };
};

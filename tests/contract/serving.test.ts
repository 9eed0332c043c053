import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { createDataFolder } from '#server/store/database/create-data-folder.fixture.ts';
import { lockFolder } from '#server/store/database/lock-folder.ts';
import { OPENING } from './open-server.ts';

const root = resolve(import.meta.dirname, '../..');

type Program = {
  readonly child: ChildProcess;
  readonly said: () => string;
  /** Port it listens on; null = it ended before. */
  readonly port: Promise<string | null>;
  readonly code: Promise<number | null>;
};

const folders: string[] = [];

/** The server as `npm start` runs it. */
const serve = async (port: string): Promise<Program> => serveIn(await createDataFolder(), port);

const serveIn = (folder: string, port: string, more: NodeJS.ProcessEnv = {}): Program => {
  folders.push(folder);
  const child = spawn(process.execPath, ['--import', 'tsx', 'sync-server/cli/serve.ts'], {
    cwd: root,
    env: {
      ...process.env,
      DATABASE_URL: '',
      OMNITILL_DATA: folder,
      OMNITILL_DEMO: '0',
      OMNITILL_SERVER_PORT: port,
      ...more,
    },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let text = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    text += chunk.toString();
  });
  const code = once(child, 'exit').then(([status]) => status as number | null);
  const told = once(child, 'message').then(
    ([message]) => new URL((message as { url: string }).url),
  );
  return {
    child,
    said: () => text,
    code,
    port: Promise.race([told.then((url) => url.port), code.then(() => null)]),
  };
};

afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
});

test(
  'Ctrl-C, and whoever started it asking too, stop the server once and cleanly',
  async () => {
    const server = await serve('0');
    expect(await server.port).not.toBeNull();
    server.child.kill('SIGINT');
    server.child.kill('SIGTERM');
    server.child.disconnect();
    expect(await server.code).toBe(0);
    expect(server.said()).toBe('');
  },
  OPENING,
);

test(
  'a server that listens at one address of this machine answers it at its loopback address too, and ends',
  async () => {
    const server = serveIn(await createDataFolder(), '0', { OMNITILL_HOST: '127.0.0.2' });
    const port = await server.port;
    for (const host of ['127.0.0.2', '127.0.0.1'])
      expect([host, (await fetch(`http://${host}:${port}/healthz`)).status]).toEqual([host, 200]);
    server.child.kill('SIGTERM');
    expect(await server.code).toBe(0);
    expect(server.said()).toBe('');
  },
  OPENING,
);

const isMade = async (folder: string): Promise<boolean> =>
  (await readdir(folder).catch(() => [])).some((name) => name.startsWith('lock.'));

test.each([
  ['whoever started it going', (child: ChildProcess) => child.disconnect()],
  ['a signal', (child: ChildProcess) => child.kill('SIGTERM')],
])(
  '%s while a server makes its data ends it too, with its data whole and nobody’s',
  async (_by, end) => {
    const folder = await mkdtemp(join(tmpdir(), 'omnitill-new-'));
    const server = serveIn(folder, '0');
    await expect.poll(() => isMade(folder), { timeout: OPENING }).toBe(true);
    end(server.child);
    expect(await server.code).toBe(0);
    expect(server.said()).toBe('');
    const again = serveIn(folder, '0');
    expect(await again.port).not.toBeNull();
    again.child.kill('SIGTERM');
    expect(await again.code).toBe(0);
  },
  4 * OPENING,
);

test(
  'a port that is taken is named in one line',
  async () => {
    const first = await serve('0');
    const port = (await first.port) ?? '';
    const second = await serve(port);
    expect(await second.code).toBe(1);
    expect(second.said()).toMatch(/^address_in_use: .*:\d+\. .*OMNITILL_SERVER_PORT\.\n$/);
    first.child.kill('SIGTERM');
    expect(await first.code).toBe(0);
  },
  2 * OPENING,
);

test(
  'a second till that would keep its data where another does is told who has it, and touches nothing',
  async () => {
    const folder = await createDataFolder();
    folders.push(folder);
    const lock = lockFolder(join(folder, 'journal-mirror'));
    const before = await readdir(folder, { recursive: true });
    const second = spawn(process.execPath, ['--import', 'tsx', 'main/start.ts'], {
      cwd: root,
      env: {
        ...process.env,
        OMNITILL_DATA: folder,
        OMNITILL_SERVER_URL: 'http://localhost:1',
        OMNITILL_TILL_PORT: '0',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    for (const output of [second.stdout, second.stderr])
      output.on('data', (chunk: Buffer) => (said += chunk.toString()));
    const [code] = (await once(second, 'exit')) as [number | null];
    expect(code).toBe(1);
    expect(said).toMatch(
      new RegExp(`^journal_mirror_locked: process ${process.pid} .*OMNITILL_DATA\\.\n$`),
    );
    expect(await readdir(folder, { recursive: true })).toEqual(before);
    lock.release();
  },
  OPENING,
);

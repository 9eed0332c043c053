import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import {
  chmod,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  readlink,
  rm,
  writeFile,
} from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { plugInSerial } from '#main/devices/serial/virtual-serial.fixture.ts';
import { NO_DEVICES } from '#shared/devices/devices.ts';

// `npm start`, as built, without the Electron binary and with a program that stands in its place.

const root = path.resolve(import.meta.dirname, '../..');

const NO_DESKTOP = 'The desktop app is not installed here: open the till in a browser.';
const DESKTOP = 'The till opens as the desktop app.';
/** Each test starts a server, which opens a new database. */
const STARTING = 180_000;
const LAST_LINE = 'Ctrl-C stops everything.';

let folder: string;
const started: ChildProcess[] = [];

type Start = {
  readonly child: ChildProcess;
  /** All it said, as soon as that has `line`, or when it has ended. */
  readonly saidUntil: (line: string) => Promise<string>;
  readonly code: Promise<number | null>;
};

/** A start that looks for Electron in `electronFolder`. */
const start = (name: string, electronFolder: string, more: NodeJS.ProcessEnv = {}): Start => {
  const child = spawn(process.execPath, ['--import', 'tsx', 'main/start.ts'], {
    cwd: root,
    env: {
      ...process.env,
      DATABASE_URL: '',
      OMNITILL_DATA: path.join(folder, name),
      OMNITILL_DEMO: '0',
      OMNITILL_SERVER_PORT: '0',
      OMNITILL_TILL_PORT: '0',
      ELECTRON_OVERRIDE_DIST_PATH: electronFolder,
      ...more,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  started.push(child);
  const closed = once(child, 'close');
  let said = '';
  for (const output of [child.stdout, child.stderr])
    output.on('data', (chunk: Buffer) => (said += chunk.toString()));
  return {
    child,
    saidUntil: (line) =>
      new Promise((resolve) => {
        const look = (): void => {
          if (said.includes(line)) resolve(said);
        };
        child.stdout.on('data', look);
        child.stderr.on('data', look);
        void closed.then(() => resolve(said));
        look();
      }),
    code: once(child, 'exit').then(([code]) => code as number | null),
  };
};

/** The process of the server that a start has begun. */
const serverOf = async ({ child }: Start): Promise<number> => {
  const { pid } = child;
  const children = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8');
  for (const each of children.split(' ').filter((word) => word !== ''))
    if ((await readFile(`/proc/${each}/cmdline`, 'utf8')).includes('dist/server/serve.js'))
      return Number(each);
  throw new Error('no server was begun');
};

const stop = async ({ child, code }: Start): Promise<void> => {
  child.kill('SIGINT');
  expect(await code).toBe(0);
};

const SILENT =
  'Its server does not answer. If that goes on: press Ctrl-C where Omnitill was started';

/** The till's page is known to the server by its port before it is served. */
const freePort = async (): Promise<number> => {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  return port;
};

/** A program by Electron's name that writes down how it was started, and ends. */
const stubElectron = async (): Promise<{ dist: string; told: string }> => {
  const dist = path.join(folder, 'electron-dist');
  const told = path.join(folder, 'electron-told.jsonl');
  await mkdir(dist, { recursive: true });
  const program = path.join(dist, 'electron');
  await writeFile(
    program,
    `#!${process.execPath}
require('node:fs').appendFileSync(${JSON.stringify(told)}, JSON.stringify({
  folder: process.argv[2], server: process.env.OMNITILL_SERVER_URL, data: process.env.OMNITILL_DESKTOP_DATA,
}) + '\\n');
`,
  );
  await chmod(program, 0o755);
  return { dist, told };
};

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'omnitill-start-'));
});

afterAll(async () => {
  for (const child of started) if (child.exitCode === null) child.kill('SIGKILL');
  await rm(folder, { recursive: true, force: true });
});

test(
  'without the Electron binary the till is served to a browser, which one line says',
  async () => {
    const none = path.join(folder, 'no-electron');
    const first = start('browser', none);
    const said = await first.saidUntil(LAST_LINE);
    expect(said.split('\n').filter((line) => line === NO_DESKTOP)).toHaveLength(1);
    expect(said).not.toContain(DESKTOP);
    const url = /till +(http:\S+)/.exec(said)?.[1] ?? '';
    const server = /head office (http:\S+)/.exec(said)?.[1] ?? '';
    const page = await fetch(url);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain(`content="${server}"`);

    // A second start says where the first is, and begins nothing of its own.
    const second = start('second', none, { OMNITILL_TILL_PORT: new URL(url).port });
    expect(await second.code).toBe(0);
    expect(await second.saidUntil(LAST_LINE)).toBe(
      `Omnitill is open already:\n  till        ${url.replace(/\/$/, '')}\n  head office ${server}\n`,
    );
    expect(existsSync(path.join(folder, 'second'))).toBe(false);

    // With the app, it shows the window of the first, and no other till's.
    const { dist, told } = await stubElectron();
    const other = start('third', dist, { OMNITILL_TILL_PORT: new URL(url).port });
    expect(await other.code).toBe(0);
    expect(existsSync(told)).toBe(false);
    expect(existsSync(path.join(folder, 'third'))).toBe(false);
    const third = start('browser', dist, { OMNITILL_TILL_PORT: new URL(url).port });
    expect(await third.code).toBe(0);
    expect(JSON.parse(await readFile(told, 'utf8'))).toMatchObject({ folder: root, server });
    await rm(told);

    await stop(first);
  },
  STARTING,
);

test(
  'a second start begins no server where that of the first does not answer, and says what to do',
  async () => {
    const none = path.join(folder, 'no-electron');
    const first = start('silent', none);
    const said = await first.saidUntil(LAST_LINE);
    const till = /till +(http:\S+)/.exec(said)?.[1] ?? '';
    const server = /head office (http:\S+)/.exec(said)?.[1] ?? '';
    const pid = await serverOf(first);
    const look = async (): Promise<void> => {
      const second = start('silent-second', none, { OMNITILL_TILL_PORT: new URL(till).port });
      expect(await second.code).toBe(0);
      const heard = await second.saidUntil(LAST_LINE);
      expect(heard).toContain(`Omnitill is open already:\n  till        ${till}`);
      expect(heard).toContain(SILENT);
      expect(existsSync(path.join(folder, 'silent-second'))).toBe(false);
    };
    // Busy for long.
    process.kill(pid, 'SIGSTOP');
    await look();
    // Gone.
    process.kill(pid, 'SIGKILL');
    const ADVICE = 'Press Ctrl-C here, and start again with npm start (same variables).';
    expect(await first.saidUntil(ADVICE)).toContain(ADVICE);
    await look();
    await expect(fetch(`${server}/healthz`)).rejects.toThrow('fetch failed');
    await stop(first);

    // As it said.
    const again = start('silent', none, { OMNITILL_SERVER_PORT: new URL(server).port });
    await again.saidUntil(LAST_LINE);
    expect((await fetch(`${server}/healthz`)).status).toBe(200);
    await stop(again);
  },
  STARTING,
);

test(
  'the till is served on localhost wherever the server listens, and may call it there',
  async () => {
    const none = path.join(folder, 'no-electron');
    const port = String(await freePort());
    const variables = { OMNITILL_HOST: '127.0.0.2', OMNITILL_TILL_PORT: port };
    const { dist, told } = await stubElectron();
    const first = start('listens', dist, variables);
    const said = await first.saidUntil(LAST_LINE);
    const server = /head office (http:\S+)/.exec(said)?.[1] ?? '';
    expect(new URL(server).hostname).toBe('127.0.0.2');
    // The app calls by plain http its own machine alone.
    await expect.poll(() => existsSync(told), { timeout: 30_000 }).toBe(true);
    const address = `http://localhost:${new URL(server).port}`;
    expect(JSON.parse(await readFile(told, 'utf8'))).toMatchObject({ server: address });
    expect((await fetch(`${address}/healthz`)).status).toBe(200);
    await rm(told);
    expect(said).toContain(`till        http://localhost:${port}\n`);
    const page = await fetch(`http://localhost:${port}/`);
    expect(await page.text()).toContain(`content="${server}"`);
    expect(page.headers.get('content-security-policy')).toContain(`connect-src 'self' ${server};`);
    await expect(fetch(`http://127.0.0.2:${port}/`)).rejects.toThrow('fetch failed');

    const askedFrom = async (origin: string): Promise<string | null> => {
      const address = `${server}/api/v1/push`;
      const answer = await fetch(address, { method: 'OPTIONS', headers: { origin } });
      return answer.headers.get('access-control-allow-origin');
    };
    expect(await askedFrom(`http://localhost:${port}`)).toBe(`http://localhost:${port}`);
    expect(await askedFrom('http://shop.example')).toBeNull();

    const second = start('listens', none, variables);
    expect(await second.code).toBe(0);
    expect(await second.saidUntil(LAST_LINE)).toBe(
      `Omnitill is open already:\n  till        http://localhost:${port}\n  head office ${server}\n`,
    );
    await stop(first);
  },
  STARTING,
);

test(
  'where ELECTRON_OVERRIDE_DIST_PATH has the binary, the till opens as the desktop app',
  async () => {
    const { dist, told } = await stubElectron();
    const desktop = start('desktop', dist);
    const said = await desktop.saidUntil(LAST_LINE);
    expect(said).toContain(DESKTOP);
    expect(said).not.toContain(NO_DESKTOP);
    const server = /head office (http:\S+)/.exec(said)?.[1] ?? '';
    await expect.poll(() => existsSync(told), { timeout: 30_000 }).toBe(true);
    expect(JSON.parse(await readFile(told, 'utf8'))).toEqual({
      folder: root,
      server,
      data: path.join(folder, 'desktop/desktop'),
    });
    await stop(desktop);
  },
  STARTING,
);

test(
  'Ctrl-C ends it also while the desktop app does not end when it is asked',
  async () => {
    const dist = path.join(folder, 'deaf-electron');
    const file = path.join(folder, 'deaf-pid');
    await mkdir(dist);
    const program = path.join(dist, 'electron');
    await writeFile(
      program,
      `#!${process.execPath}
process.on('SIGTERM', () => undefined);
setInterval(() => undefined, 1000);
require('node:fs').writeFileSync(${JSON.stringify(file)}, String(process.pid));
`,
    );
    await chmod(program, 0o755);
    const till = start('deaf', dist, { OMNITILL_SERVER_URL: 'http://localhost:1' });
    await till.saidUntil(LAST_LINE);
    const pid = async (): Promise<string> => readFile(file, 'utf8').catch(() => '');
    await expect.poll(pid, { timeout: 30_000 }).not.toBe('');
    await stop(till);
    expect(existsSync(`/proc/${await pid()}`)).toBe(false);
  },
  STARTING,
);

/** Whether a process has that file open. */
const hasOpen = async (pid: number | undefined, file: string): Promise<boolean> => {
  const folder = `/proc/${pid}/fd`;
  const open = await readdir(folder).catch(() => []);
  const files = await Promise.all(
    open.map((name) => readlink(path.join(folder, name)).catch(() => '')),
  );
  return files.includes(file);
};

test(
  'Ctrl-C ends it also while it listens to a scanner at a serial port',
  async () => {
    const port = await plugInSerial();
    try {
      const devices = path.join(folder, 'scanner/devices');
      await mkdir(devices, { recursive: true });
      const scanner = { address: { type: 'serial', path: port.path, baudRate: 9600 } };
      await writeFile(
        path.join(devices, 'devices.json'),
        JSON.stringify({ ...NO_DEVICES, scanner }),
      );
      const till = start('scanner', path.join(folder, 'no-electron'), {
        OMNITILL_SERVER_URL: 'http://localhost:1',
      });
      await till.saidUntil(LAST_LINE);
      await expect.poll(() => hasOpen(till.child.pid, port.path), { timeout: 30_000 }).toBe(true);
      await stop(till);
    } finally {
      await port.unplug();
    }
  },
  STARTING,
);

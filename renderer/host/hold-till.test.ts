import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createServices } from '#main/calls/create-services.ts';
import { createWebHost, type WebHost } from '#main/web-host/create-web-host.ts';
import { createHoldTill } from './hold-till.ts';

// Two browsers of one machine, and the web host between them.

const TILL = 'ONE-01';

let folder: string;
let host: WebHost;
let pages: AbortController[];

const startHost = async (port: number): Promise<void> => {
  host = await createWebHost({
    port,
    folder,
    serverUrl: 'http://localhost:1',
    services: createServices({ kind: 'browser', version: '1', mirror: null }),
  });
};

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'omnitill-hold-'));
  writeFileSync(path.join(folder, 'index.html'), '<head></head>');
  pages = [];
  await startHost(0);
});

afterEach(async () => {
  for (const page of pages) page.abort();
  await host.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A page of a browser of its own, which notes what it is told. */
const openPage = () => {
  const page = new AbortController();
  pages.push(page);
  const { url } = host;
  let cookie = '';
  const told: string[] = [];
  let answers = 0;
  let goOn: () => void = () => undefined;
  let gate = Promise.resolve();
  const { hold, letGo, comeBack } = createHoldTill({
    post: async (target, signal) => {
      const reply = await fetch(`${url}/host/${target}`, {
        method: 'POST',
        headers: { origin: url, cookie },
        signal: AbortSignal.any([signal, page.signal]),
      });
      cookie = reply.headers.get('set-cookie')?.split(';')[0] ?? cookie;
      if (reply.status === 200) answers += 1;
      return reply;
    },
    // A page that is gone asks no more.
    sleep: async () => {
      await new Promise((resolve) => void (page.signal.aborted || setTimeout(resolve, 1)));
      await gate;
    },
  });
  return {
    told,
    hold: async (tillId: string): Promise<void> => {
      await hold(tillId, { onTaken: () => told.push('taken'), onLost: () => told.push('lost') });
      told.push(`is ${tillId}`);
    },
    /** How often it was said to be the till. */
    held: () => answers,
    pause: () => {
      gate = new Promise((resolve) => (goOn = resolve));
    },
    goOn: () => goOn(),
    leave: letGo,
    comeBack,
    close: () => page.abort(),
  };
};

test('J1: a second browser is told that another is the till, and does not become it while that one loads its page again', async () => {
  const first = openPage();
  const second = openPage();
  await first.hold(TILL);
  void second.hold(TILL);
  await expect.poll(() => second.told).toEqual(['taken']);
  first.close();
  const reloaded = openPage();
  await reloaded.hold(TILL);
  expect(reloaded.told).toEqual([`is ${TILL}`]);
  expect(second.told).toEqual(['taken']);
  reloaded.close();
  const again = openPage();
  await again.hold(TILL);
  expect(again.told).toEqual([`is ${TILL}`]);
});

test('J1: two browsers are two tills, and a page that becomes another till lets go of the first', async () => {
  const first = openPage();
  const second = openPage();
  await first.hold(TILL);
  await second.hold('ONE-02');
  await first.hold('ONE-03');
  await second.hold(TILL);
  expect(first.told).toEqual([`is ${TILL}`, 'is ONE-03']);
  expect(second.told.at(-1)).toBe(`is ${TILL}`);
});

test('J1: a page that was left and is kept by its browser is no till any more, and hears so when it is shown again', async () => {
  const first = openPage();
  const second = openPage();
  await first.hold(TILL);
  first.leave();
  await second.hold(TILL);
  expect(second.told).toEqual([`is ${TILL}`]);
  expect(first.told).toEqual([`is ${TILL}`]);
  first.comeBack();
  expect(first.told).toEqual([`is ${TILL}`, 'lost']);
});

test('J1: a host that starts again finds the till with the page that is it', async () => {
  const first = openPage();
  await first.hold(TILL);
  const { port } = new URL(host.url);
  await host.close();
  await startHost(Number(port));
  const second = openPage();
  await expect.poll(() => first.held()).toBe(2);
  void second.hold(TILL);
  await expect.poll(() => second.told).toEqual(['taken']);
  expect(first.told).toEqual([`is ${TILL}`]);
});

test('J1: a page that finds another as its till after the host was away is told so', async () => {
  const first = openPage();
  const { port } = new URL(host.url);
  await host.close();
  // Nobody answers: it sells all the same.
  await first.hold(TILL);
  expect(first.told).toEqual([`is ${TILL}`]);
  first.pause();
  await startHost(Number(port));
  await openPage().hold(TILL);
  first.goOn();
  await expect.poll(() => first.told).toEqual([`is ${TILL}`, 'lost']);
});

test('a host that hangs holds up no till, and what it says too late holds nothing', async () => {
  const asked: AbortSignal[] = [];
  const { hold } = createHoldTill({
    post: (_, signal) => {
      asked.push(signal);
      return new Promise((_resolve, reject) => {
        signal.addEventListener('abort', () => reject(new Error('given up')));
      });
    },
    // It is not asked again.
    sleep: () => new Promise(() => undefined),
    answerLimit: 1,
  });
  await hold(TILL, { onTaken: () => expect.unreachable(), onLost: () => expect.unreachable() });
  expect(asked.map(({ aborted }) => aborted)).toEqual([true]);
});

import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openPage } from './open-page.ts';

const page = (build: string, server: string): string =>
  `<meta name="omnitill-server" content="${server}"><script src="/assets/index-${build}.js">`;

/** Caches of a browser; the worker of a build has its page under `/index.html`. */
const createCaches = (built: string) => {
  const kept = new Map<string, Response>();
  const latest = {
    match: async (key: string) => kept.get(key)?.clone(),
    put: async (key: string, response: Response) => void kept.set(key, response),
  };
  const held = { built };
  return {
    held,
    open: async () => latest,
    match: async () => new Response(held.built),
  };
};

let browser: ReturnType<typeof createCaches>;
/** What the web host answers; null = it is gone. */
let host: string | null;

beforeEach(() => {
  browser = createCaches(page('1', 'https://old'));
  vi.stubGlobal('caches', browser);
  vi.stubGlobal('fetch', async () => {
    if (host === null) throw new TypeError('nobody there');
    return new Response(host);
  });
});
afterEach(() => vi.unstubAllGlobals());

const opened = async (): Promise<string> => {
  const request = new Request('https://till.example/');
  return (await openPage({ request })).text();
};

test('a page for another server holds at once, and also when the host is gone the moment after', async () => {
  host = page('1', 'https://new');
  expect(await opened()).toBe(host);
  const shown = host;
  host = null;
  expect(await opened()).toBe(shown);
});

test('a page of another build waits for its worker, and is never gone back from', async () => {
  host = page('2', 'https://old');
  expect(await opened()).toBe(page('1', 'https://old'));
  browser.held.built = page('2', 'https://old');
  expect(await opened()).toBe(host);
  host = null;
  expect(await opened()).toBe(page('2', 'https://old'));
});

test('a disk that is full, or caches that nobody can read, keep no till from opening', async () => {
  host = page('1', 'https://new');
  const refusing = async (): Promise<never> => {
    throw new DOMException('full', 'QuotaExceededError');
  };
  vi.stubGlobal('caches', {
    ...browser,
    open: async () => ({ match: async () => undefined, put: refusing }),
  });
  expect(await opened()).toBe(host);
  vi.stubGlobal('caches', { match: refusing, open: refusing });
  expect(await opened()).toBe(host);
  host = null;
  vi.stubGlobal('caches', { ...browser, open: refusing });
  expect(await opened()).toBe(page('1', 'https://old'));
});

test('what was kept of the build before does not come back with the next one', async () => {
  host = page('1', 'https://new');
  await opened();
  host = null;
  browser.held.built = page('2', 'https://new');
  expect(await opened()).toBe(page('2', 'https://new'));
});

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createServices } from '../calls/create-services.ts';
import { createHeldTills } from '../calls/held-tills.ts';
import { createWebHost, type WebHost } from './create-web-host.ts';

let folder: string;
const heldTills = createHeldTills();
let host: WebHost;
let port: string;
let cookie: string;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'omnitill-calls-'));
  writeFileSync(path.join(folder, 'index.html'), '<head></head>');
  host = await createWebHost({
    port: 0,
    folder,
    serverUrl: 'http://localhost:1',
    services: createServices({ kind: 'browser', version: '1.2.3', mirror: null }),
    heldTills,
  });
  ({ port } = new URL(host.url));
  const session = await post('/host/session', own(), '');
  cookie = String(session.headers['set-cookie']).split(';')[0] ?? '';
});

afterAll(async () => {
  await host.close();
  rmSync(folder, { recursive: true, force: true });
});

/** What the till's own page sends, as its browser writes it. */
const own = (name = 'localhost'): Record<string, string> => ({
  host: `${name}:${port}`,
  origin: `http://${name}:${port}`,
  'content-type': 'application/json',
});

type Reply = {
  readonly status: number | undefined;
  readonly headers: Record<string, string | string[] | undefined>;
  readonly body: string;
};

// Node's fetch does not let a test name another Host.
const post = (target: string, headers: Record<string, string>, body: string): Promise<Reply> =>
  new Promise((resolve, reject) => {
    const sent = request(
      { host: '127.0.0.1', port, path: target, method: 'POST', headers },
      (reply) => {
        let text = '';
        reply.on('data', (chunk: Buffer) => (text += chunk.toString()));
        reply.on('end', () =>
          resolve({ status: reply.statusCode, headers: reply.headers, body: text }),
        );
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });

const call = (headers: Record<string, string>, name = 'host.describe', body = '{}') =>
  post(`/host/calls/${name}`, headers, body);

describe('the shell of a till in the browser', () => {
  test('answers its own page, by both names of the machine', async () => {
    for (const name of ['localhost', '127.0.0.1']) {
      const reply = await call({ ...own(name), cookie });
      expect(reply.status).toBe(200);
      expect(JSON.parse(reply.body)).toMatchObject({ ok: true, value: { kind: 'browser' } });
    }
  });

  test('gives a cookie that no script reads and no other site sends', async () => {
    const { headers } = await post('/host/session', own(), '');
    expect(String(headers['set-cookie'])).toMatch(/HttpOnly; SameSite=Strict$/);
    expect(headers['access-control-allow-origin']).toBeUndefined();
  });

  test('refuses a call without its cookie, or with another', async () => {
    for (const given of [
      '',
      `omnitill-host-${port}=`,
      `omnitill-host-${port}=${'A'.repeat(43)}`,
      `omnitill-host-${port}=${'%C3%A9'.repeat(43)}`,
    ])
      expect((await call({ ...own(), cookie: given })).status).toBe(403);
  });

  test('two tills of one machine in one browser keep a session each', async () => {
    const other = await createWebHost({
      port: 0,
      folder,
      serverUrl: 'http://localhost:1',
      services: createServices({ kind: 'browser', version: '1.2.3', mirror: null }),
      heldTills: createHeldTills(),
    });
    const session = await fetch(`${other.url}/host/session`, {
      method: 'POST',
      headers: { origin: other.url },
    });
    await other.close();
    expect(session.status).toBe(204);
    // As a browser keeps them: by name, as both are of one host and path.
    const kept = [cookie, String(session.headers.get('set-cookie')).split(';')[0] ?? ''];
    const jar = new Map(kept.map((one) => [one.split('=')[0], one]));
    expect((await call({ ...own(), cookie: [...jar.values()].join('; ') })).status).toBe(200);
  });

  test('refuses a foreign site, also one that knows the cookie', async () => {
    const foreign = [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { origin: `https://localhost:${port}` },
      { origin: 'http://localhost:1' },
      { origin: '' },
    ];
    for (const headers of foreign) {
      expect((await call({ ...own(), ...headers, cookie })).status).toBe(403);
      expect((await post('/host/session', { ...own(), ...headers }, '')).status).toBe(403);
    }
    const { origin: _, ...without } = own();
    expect((await call({ ...without, cookie })).status).toBe(403);
  });

  test('refuses a name that only leads to this machine (DNS rebinding)', async () => {
    const rebound = { host: `evil.example:${port}`, origin: `http://evil.example:${port}` };
    expect((await call({ ...own(), ...rebound, cookie })).status).toBe(403);
    expect((await call({ ...own(), host: 'localhost', cookie })).status).toBe(403);
  });

  test('reads nothing but JSON, so that a foreign form needs leave first', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data'])
      expect((await call({ ...own(), 'content-type': type, cookie })).status).toBe(415);
    const reply = await call({ ...own(), cookie }, 'host.describe', '{');
    expect(JSON.parse(reply.body)).toEqual({
      ok: false,
      problem: { type: 'call_malformed', at: '' },
    });
  });

  test('J1: knows which till a page works as, until that page is gone', async () => {
    expect((await post('/host/hold/ONE-01', { ...own(), cookie: '' }, '')).status).toBe(403);
    expect(heldTills.isHeld('ONE-01')).toBe(false);
    const page = new AbortController();
    const headers = { host: own()['host'], origin: own()['origin'], cookie };
    const held = request({
      host: '127.0.0.1',
      port,
      path: '/host/hold/ONE-01',
      method: 'POST',
      headers,
      signal: page.signal,
    });
    held.on('error', () => undefined);
    const opened = new Promise((resolve) => held.once('response', resolve));
    held.end();
    await opened;
    expect(heldTills.isHeld('ONE-01')).toBe(true);
    expect(heldTills.isHeld('ONE-02')).toBe(false);
    expect((await post('/host/hold/ONE-01', { ...own(), cookie }, '')).status).toBe(409);
    page.abort();
    await expect.poll(() => heldTills.isHeld('ONE-01')).toBe(false);
  });

  test('is asked by POST only', async () => {
    const reply = await fetch(`${host.url}/host/calls/host.describe`);
    expect(reply.status).toBe(404);
  });
});

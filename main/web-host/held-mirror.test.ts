import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { PAGE_HEADER } from '#shared/ipc/page-header.ts';
import { createHeldTills } from '../calls/held-tills.ts';
import { createServices } from '../calls/create-services.ts';
import { sealedTexts } from '../journal-mirror/operations.fixture.ts';
import { openJournalMirror } from '../journal-mirror/open-journal-mirror.ts';
import { createWebHost, type WebHost } from './create-web-host.ts';

// The pages of two browsers of one machine.

const TILL = 'ONE-01';
const JOURNAL = 'ONE-01_1';

let folder: string;
let host: WebHost;

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'omnitill-held-'));
  writeFileSync(path.join(folder, 'index.html'), '<head></head>');
  const mirror = openJournalMirror({
    folder: path.join(folder, 'mirror'),
    now: () => '2026-01-02T11:00:00.000Z',
  });
  const heldTills = createHeldTills();
  host = await createWebHost({
    port: 0,
    folder,
    serverUrl: 'http://localhost:1',
    services: createServices({ kind: 'browser', version: '1', mirror, heldTills }),
    heldTills,
  });
});

afterEach(async () => {
  await host.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A page by that name, as its browser sends what it asks. */
const openPage = async (name: string) => {
  const leaving = new AbortController();
  const post = (target: string, cookie: string, body: string | null = null): Promise<Response> =>
    fetch(`${host.url}/host/${target}`, {
      method: 'POST',
      headers: {
        origin: host.url,
        cookie,
        [PAGE_HEADER]: name,
        ...(body === null ? {} : { 'content-type': 'application/json' }),
      },
      body,
      signal: leaving.signal,
    });
  const session = await post('session', '');
  const cookie = session.headers.get('set-cookie')?.split(';')[0] ?? '';
  return {
    hold: () => post(`hold/${TILL}`, cookie),
    call: async (call: string, asked: object): Promise<unknown> =>
      (await post(`calls/${call}`, cookie, JSON.stringify(asked))).json(),
    leave: () => leaving.abort(),
  };
};

test('J1: while a page is a till no other page writes its copy, puts it aside, says who it is or may become it', async () => {
  const [text = ''] = await sealedTexts(JOURNAL, 1);
  const append = ['mirror.append', { tillId: TILL, journalId: JOURNAL, texts: [text] }] as const;
  const setAside = ['mirror.setAside', { tillId: TILL, journalId: JOURNAL, afterSeq: 0 }] as const;
  const keep = [
    'mirror.keep',
    {
      tillId: TILL,
      storeId: 'ONE',
      journalId: JOURNAL,
      linkHash: '0'.repeat(64),
      earlierJournalIds: [],
      token: 'token',
      keys: null,
      spare: null,
    },
  ] as const;
  const first = await openPage('first');
  const other = await openPage('other');
  expect((await first.hold()).status).toBe(200);
  for (const [name, asked] of [append, setAside, keep])
    expect([name, await other.call(name, asked)]).toEqual([
      name,
      { ok: false, problem: { type: 'call_refused' } },
    ]);
  expect(await first.call(...append)).toMatchObject({ ok: true, value: { seq: 1 } });
  expect(await first.call(...keep)).toMatchObject({ ok: true });
  // Nor is it offered to become this till.
  const offered = () => other.call('mirror.tills', {});
  expect(await offered()).toEqual({ ok: true, value: [] });
  first.leave();
  await expect.poll(offered).toMatchObject({ value: [{ tillId: TILL, operations: 1 }] });
  await expect.poll(() => other.call(...setAside)).toEqual({ ok: true, value: null });
});

import Fastify from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addChannel } from '#server/auth/channel-keys.ts';
import { addUser } from '#server/auth/dashboard-users.ts';
import { issueEnrolmentCode } from '#server/auth/enrolment.ts';
import { guardRoutes } from '#server/http/audience.ts';
import { EnrolReply } from '#shared/protocol/enrol.ts';
import { EnrolmentCodeReply, Me, TillsReply } from '#shared/protocol/dashboard.ts';
import { DemoEnrolReply } from '#shared/protocol/demo.ts';
import { CHANNEL_KEY, furnish, HEAD_OFFICE, MANAGER, signIn } from './chain.ts';
import { bearer, createClient, expectBody } from './http-client.ts';
import { createTillKeys, enrolTill } from './http-till.ts';
import { OPENING, type OpenServer, serverKinds } from './open-server.ts';
import { sale } from './shop.ts';
import { listenForTicks } from './tick-reader.ts';

const AT = '2026-01-02T11:00:00.000Z';

/** What anybody may call; every other route refuses those it does not know. */
const PUBLIC = new Set([
  'GET /healthz',
  'GET /readyz',
  'POST /api/v1/enrol',
  'POST /api/v1/dashboard/sign-in',
  'POST /api/v1/dashboard/setup',
  'POST /api/v1/dashboard/password',
]);

type Description = { readonly paths: Record<string, Record<string, object>> };

test('a route without an audience keeps the server from starting', async () => {
  const nobody = async () => null;
  const app = Fastify();
  guardRoutes(app, { till: nobody, channel: nobody, user: nobody });
  app.get('/forgotten', () => 'secret');
  await expect(app.ready()).rejects.toThrow('/forgotten');
});

describe.each(serverKinds)('access on $name', ({ open }) => {
  let server: OpenServer;
  let anybody: ReturnType<typeof createClient>;

  beforeAll(async () => {
    server = await open();
    await furnish(server);
    anybody = createClient(server.url);
  }, OPENING);
  afterAll(() => server.close());

  const codeFor = async (storeId: string, now = server.ingest.now()) =>
    (await issueEnrolmentCode(server.db, storeId, null, now))?.code ?? '';

  const enrol = (code: string) =>
    anybody('enrol', { body: { code, publicKey: createTillKeys().publicKey } });

  test('every route but the public ones refuses a stranger', async () => {
    const response = await fetch(`${server.url}/openapi.json`);
    const { paths } = (await response.json()) as Description;
    const routes = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => ({ method: method.toUpperCase(), path })),
    );
    expect(routes.length).toBeGreaterThan(20);
    const open = [];
    for (const { method, path } of routes) {
      const url = server.url + path.replaceAll(/\{\w+\}/g, 'x');
      const { status } = await fetch(url, { method, headers: bearer('a-made-up-token') });
      if (status !== 401) open.push(`${method} ${path}`);
    }
    expect(new Set(open)).toEqual(PUBLIC);
  });

  test('text that no database holds and an address that is none are malformed, not a fault of the server', async () => {
    const user = await signIn(server, HEAD_OFFICE);
    const answers = [
      await anybody('dashboard/sign-in', { body: { email: 'a\u0000@b.co', password: 'x' } }),
      await user('dashboard/receipts?cursor=%00'),
      await user('dashboard/staff', {
        body: { name: 'a\u0000', role: 'cashier', storeIds: ['ONE'], pin: '4321' },
      }),
      await anybody('orders/%zz'),
    ];
    for (const { status, body } of answers)
      expect([status, body]).toEqual([400, { code: 'malformed', at: '' }]);
  });

  test('a token opens no door but its own', async () => {
    const till = await enrolTill(server, 'ONE');
    const channel = createClient(server.url, bearer(CHANNEL_KEY));
    const headOffice = await signIn(server, HEAD_OFFICE);
    const quote = { storeId: 'ONE', lines: [{ sku: 'TEA', quantity: 1000 }] };
    expect((await till.call('quotes', { body: quote })).status).toBe(401);
    expect((await till.call('dashboard/me')).status).toBe(401);
    expect((await channel('pull', { body: {} })).status).toBe(401);
    expect((await headOffice('pull', { body: {} })).status).toBe(401);
    expect((await channel('quotes', { body: quote })).status).toBe(200);
  });

  test('an enrolment code works once, however it is typed', async () => {
    const code = await codeFor('ONE');
    const first = expectBody(
      await enrol(` ${code.toLowerCase().replaceAll('-', ' ')}`),
      EnrolReply,
    );
    expect(first.storeId).toBe('ONE');
    expect(first.journalId).toBe(`${first.tillId}_1`);
    expect(await enrol(code)).toMatchObject({
      status: 403,
      body: { code: 'enrolment_code_invalid', at: '/code' },
    });
  });

  test('P6: a till that was forgotten is let in again by a code of its own, and no other is spent on it', async () => {
    const { tillId } = await enrolTill(server, 'ONE');
    const code = await codeFor('ONE');
    const { publicKey } = createTillKeys();
    expect(await anybody('enrol', { body: { code, publicKey, tillId } })).toMatchObject({
      status: 403,
      body: { code: 'enrolment_code_invalid', at: '/code' },
    });
    const own = expectBody(await enrol(code), EnrolReply);
    expect(own.tillId).not.toBe(tillId);
    const again = await issueEnrolmentCode(server.db, 'ONE', tillId, server.ingest.now());
    const body = { code: again?.code, publicKey, tillId };
    expect(expectBody(await anybody('enrol', { body }), EnrolReply).tillId).toBe(tillId);
  });

  test('an enrolment code gets old', async () => {
    const quarterOfAnHour = 15 * 60_000 + 1;
    const then = new Date(Date.parse(server.ingest.now()) - quarterOfAnHour).toISOString();
    expect((await enrol(await codeFor('ONE', then))).status).toBe(403);
  });

  test('two codes are for two tills', async () => {
    const codes = [await codeFor('TWO'), await codeFor('TWO')];
    const tills = [];
    for (const code of codes) tills.push(expectBody(await enrol(code), EnrolReply).tillId);
    expect(new Set(tills).size).toBe(2);
  });

  test('J1: a till that enrols again starts a new journal, and its old key is revoked', async () => {
    const till = await enrolTill(server, 'ONE');
    const code = await issueEnrolmentCode(server.db, 'ONE', till.tillId, server.ingest.now());
    const again = expectBody(await enrol(code?.code ?? ''), EnrolReply);
    expect(again).toMatchObject({ tillId: till.tillId, journalId: `${till.tillId}_2` });
    const body = { epoch: null, checkpoints: {}, queued: 0 };
    expect((await till.call('pull', { body })).body).toEqual({ code: 'till_revoked', at: '' });
  });

  test('J1: the next journal is another till’s business only when it is that till', async () => {
    const till = await enrolTill(server, 'ONE');
    const other = await enrolTill(server, 'ONE');
    const previous = { journalId: other.journalId, seq: 0, hash: '0'.repeat(64) };
    expect(await till.call('journals', { body: { previous } })).toMatchObject({
      status: 404,
      body: { code: 'journal_unknown', at: '/previous/journalId' },
    });
    const own = { ...previous, journalId: till.journalId };
    expect((await till.call('journals', { body: { previous: own } })).body).toEqual({
      journalId: `${till.tillId}_2`,
    });
  });

  test('a till may not write into another till’s journal', async () => {
    const till = await enrolTill(server, 'ONE');
    const other = await enrolTill(server, 'ONE');
    const body = other.requestOf([]);
    expect(await till.call('push', { body })).toMatchObject({
      status: 403,
      body: { code: 'forbidden', at: '/journalId' },
    });
  });

  test('P5: a revoked till may not pull; what it pushes is kept, if it signed it', async () => {
    const headOffice = await signIn(server, HEAD_OFFICE);
    const till = await enrolTill(server, 'ONE');
    await till.write(sale(), AT);
    const stream = await listenForTicks(`${server.url}/api/v1/stream`, bearer(till.token));
    const revoked = await headOffice(`dashboard/tills/${till.tillId}/revoke`, { method: 'POST' });
    expect(revoked.status).toBe(204);
    await stream.ended;
    const refused = { status: 403, body: { code: 'till_revoked', at: '' } };
    const body = { epoch: null, checkpoints: {}, queued: 0 };
    expect(await till.call('pull', { body })).toMatchObject(refused);
    expect(await till.call('stream')).toMatchObject(refused);
    expect(await till.call('journals', { body: { previous: null } })).toMatchObject(refused);
    expect((await till.push(till.operations, { signature: 'forged' })).status).toBe(403);
    const pushed = await till.push();
    expect(pushed).toMatchObject({ status: 200, body: { head: { seq: 1 } } });
    const { tills } = expectBody(await headOffice('dashboard/tills'), TillsReply);
    expect(tills.find(({ tillId }) => tillId === till.tillId)?.state).toBe('revoked');
  });

  test('five wrong passwords lock the account, for the right one too', async () => {
    const who = { email: 'lena@chain.example', password: 'her own password' };
    const person = { name: 'Lena', role: 'head_office', storeIds: null, demo: false } as const;
    await addUser(server.db, { ...who, ...person });
    const wrong = { ...who, password: 'a guess' };
    const statuses = [];
    for (const body of [wrong, wrong, wrong, wrong, wrong, who])
      statuses.push((await anybody('dashboard/sign-in', { body })).status);
    expect(statuses).toEqual([401, 401, 401, 401, 429, 429]);
  });

  test('the session’s cookie is out of reach of scripts and other sites', async () => {
    const { headers } = await anybody('dashboard/sign-in', { body: HEAD_OFFICE });
    const cookie = headers.getSetCookie()[0] ?? '';
    expect(cookie).toMatch(/; HttpOnly/);
    expect(cookie).toMatch(/; SameSite=Strict/);
  });

  test('a session ends when the person signs out', async () => {
    const headOffice = await signIn(server, HEAD_OFFICE);
    expect(expectBody(await headOffice('dashboard/me'), Me)).toMatchObject({ storeIds: null });
    expect((await headOffice('dashboard/sign-out', { body: {} })).status).toBe(204);
    expect((await headOffice('dashboard/me')).status).toBe(401);
  });

  test('a page of another origin cannot use the session', async () => {
    const headOffice = await signIn(server, HEAD_OFFICE);
    const headers = { origin: 'http://localhost:4610' };
    expect((await headOffice('dashboard/me', { headers })).status).toBe(403);
    expect((await headOffice('dashboard/me', { headers: { origin: server.url } })).status).toBe(
      200,
    );
  });

  test('pages of this machine may call as tills, pages of other machines may not', async () => {
    const allowed = async (origin: string, path: string) => {
      const preflight = await fetch(`${server.url}/api/v1/${path}`, {
        method: 'OPTIONS',
        headers: { origin, 'access-control-request-method': 'POST' },
      });
      const call = await anybody(path, { body: {}, headers: { origin } });
      return [preflight.headers, call.headers].map((headers) =>
        headers.get('access-control-allow-origin'),
      );
    };
    const local = 'http://localhost:4610';
    expect(await allowed(local, 'pull')).toEqual([local, local]);
    expect(await allowed('app://till', 'enrol')).toEqual(['app://till', 'app://till']);
    expect(await allowed('https://evil.example', 'pull')).toEqual([null, null]);
    expect((await allowed(local, 'quotes'))[1]).toBeNull();
  });

  test('a store manager sees the own stores alone', async () => {
    const manager = await signIn(server, MANAGER);
    const two = await enrolTill(server, 'TWO');
    const { tills } = expectBody(await manager('dashboard/tills'), TillsReply);
    expect(new Set(tills.map(({ storeId }) => storeId))).toEqual(new Set(['ONE']));
    const unknown = { status: 422, body: { code: 'unknown_store', at: '/storeId' } };
    for (const path of ['overview', 'receipts', 'exceptions', 'quarantine'])
      expect(await manager(`dashboard/${path}?storeId=TWO`)).toMatchObject(unknown);
    const body = { storeId: 'TWO', tillId: null };
    expect(await manager('dashboard/enrolment-codes', { body })).toMatchObject(unknown);
    const revoke = await manager(`dashboard/tills/${two.tillId}/revoke`, { method: 'POST' });
    expect(revoke.status).toBe(404);
    const own = { storeId: 'ONE', tillId: null };
    expectBody(await manager('dashboard/enrolment-codes', { body: own }), EnrolmentCodeReply);
  });

  test('T5: without the demo its public secrets are refused', async () => {
    const who = { email: 'admin@demo.local', password: 'demo-admin' };
    const person = { name: 'Demo', role: 'head_office', storeIds: null, demo: true } as const;
    await addUser(server.db, { ...who, ...person });
    const channel = { channelId: 'demo', channel: 'web', name: 'demo' } as const;
    await addChannel(server.db, channel, 'demo-web-key', { demo: true, now: server.ingest.now() });
    expect((await anybody('dashboard/sign-in', { body: who })).status).toBe(401);
    const headers = bearer('demo-web-key');
    expect((await anybody('availability?sku=TEA', { headers })).status).toBe(401);
    const { publicKey } = createTillKeys();
    const enrolled = await anybody('demo/enrol', { body: { tillId: null, publicKey } });
    expect(enrolled.status).toBe(404);
  });
});

describe.each(serverKinds)('first start on $name', ({ open }) => {
  test('T5: the first administrator makes an account by a link that works once', async () => {
    const server = await open();
    const anybody = createClient(server.url);
    const body = {
      token: server.setupToken,
      name: 'First',
      email: 'First@Chain.example',
      password: 'ten letters at least',
    };
    const guessed = { ...body, token: 'x'.repeat(43) };
    expect((await anybody('dashboard/setup', { body: guessed })).status).toBe(403);
    const me = expectBody(await anybody('dashboard/setup', { body }), Me);
    expect(me).toMatchObject({ email: 'first@chain.example', role: 'head_office', demo: false });
    const again = { ...body, email: 'second@chain.example' };
    expect((await anybody('dashboard/setup', { body: again })).status).toBe(403);
    await server.close();
  });

  test('T5: in the demo the first browser is the first till, others choose', async () => {
    const server = await open({ demo: true });
    await furnish(server);
    const ask = async (tillId: string | null) => {
      const { publicKey } = createTillKeys();
      const answer = await createClient(server.url)('demo/enrol', { body: { tillId, publicKey } });
      return expectBody(answer, DemoEnrolReply);
    };
    // The counters are known before any device stands there.
    await issueEnrolmentCode(server.db, 'ONE', null, server.ingest.now());
    expect(server.setupToken).toBeNull();
    expect((await ask(null)).enrolled).toMatchObject({ tillId: 'ONE-01', journalId: 'ONE-01_1' });
    const { enrolled, free } = await ask(null);
    expect(enrolled).toBeNull();
    expect(free.map(({ tillId }) => tillId)).toEqual(['ONE-02', 'TWO-01']);
    expect((await ask('TWO-01')).enrolled?.storeId).toBe('TWO');
    expect((await ask('TWO-01')).enrolled).toBeNull();
    await server.close();
  });
});

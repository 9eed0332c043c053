import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PullReply } from '#shared/protocol/pull.ts';
import { Exception } from '#shared/domain/exception/schema.ts';
import { Order } from '#shared/domain/order/schema.ts';
import { HashSchema } from '#shared/kernel/ids.ts';
import { PushReply } from '#shared/protocol/push.ts';
import { Value } from 'typebox/value';
import { furnish } from './chain.ts';
import { bearer, createClient, expectBody } from './http-client.ts';
import { enrolTill, type HttpTill } from './http-till.ts';
import { OPENING, type OpenServer, serverKinds } from './open-server.ts';
import { line, received, sale } from './shop.ts';
import { listenForTicks } from './tick-reader.ts';

const AT = '2026-01-02T11:00:00.000Z';
const NUL = String.fromCodePoint(0);
const HALF_A_PAIR = String.fromCharCode(0xd800);

describe.each(serverKinds)('a till on $name', ({ open }) => {
  let server: OpenServer;
  let till: HttpTill;

  beforeAll(async () => {
    server = await open();
    await furnish(server);
  }, OPENING);
  afterAll(() => server.close());
  beforeAll(async () => {
    till = await enrolTill(server, 'ONE');
  });

  const headOf = async (answer: Promise<{ status: number; body: unknown; headers: Headers }>) =>
    expectBody(await answer, PushReply).head;

  test.each([
    ['is no JSON', '{"journalId":', ''],
    ['is nothing', '', ''],
    ['is a list', '[]', ''],
    ['lacks a member', '{"checkpoints":{},"queued":0}', '/epoch'],
    ['has a member nobody knows', '{"epoch":null,"checkpoints":{},"queued":0,"x":1}', '/x'],
    ['has a number as text', '{"epoch":null,"checkpoints":{},"queued":"0"}', '/queued'],
    ['has a number below its bound', '{"epoch":null,"checkpoints":{},"queued":-1}', '/queued'],
  ])('a request that %s is told where it is wrong', async (_, rawBody, at) => {
    const answer = await till.call('pull', { rawBody });
    expect(answer).toMatchObject({ status: 400, body: { code: 'malformed', at } });
  });

  test('another content type than JSON is refused', async () => {
    const headers = { 'content-type': 'text/plain' };
    expect((await till.call('pull', { rawBody: '{}', headers })).body).toEqual({
      code: 'malformed',
      at: '',
    });
  });

  test('a body beyond all bounds is refused as such', async () => {
    const rawBody = JSON.stringify({ previous: 'x'.repeat(1_100_000) });
    expect(await till.call('journals', { rawBody })).toMatchObject({
      status: 413,
      body: { code: 'too_large', at: '' },
    });
  });

  test('what no route knows is not found', async () => {
    expect(await till.call('nowhere')).toMatchObject({
      status: 404,
      body: { code: 'not_found', at: '' },
    });
  });

  test('P1: a journal the server does not know is told so', async () => {
    const body = till.requestOf([], { journalId: `${till.tillId}_9` });
    expect(await till.call('push', { body })).toMatchObject({
      status: 404,
      body: { code: 'journal_unknown', at: '/journalId' },
    });
  });

  test('P4: a sale goes up once, and comes down as order and stock', async () => {
    const seller = await enrolTill(server, 'ONE');
    const sold = await seller.write(sale([line('TEA', 2)], 'first-sale'), AT);
    expect(await headOf(seller.push())).toEqual({ seq: 1, hash: sold.hash });
    expect(await headOf(seller.push())).toEqual({ seq: 1, hash: sold.hash });
    const orders = await seller.pullStream('orders:ONE');
    const order = orders?.changes.find(({ id }) => id === 'first-sale')?.document;
    expect(Value.Check(Order, order)).toBe(true);
    expect(order).toMatchObject({ id: 'first-sale', seen: { [seller.journalId]: 1 } });
    const stock = await seller.pullStream('stock:ONE');
    expect(stock?.changes.find(({ id }) => id === 'ONE:TEA')?.document).toMatchObject({
      onHand: 18_000,
    });
  });

  test('S2: a pull says what is applied, and goes on where the till left off', async () => {
    const seller = await enrolTill(server, 'ONE');
    await seller.write(sale([line('TEA')], 'second-sale'), AT);
    await seller.push();
    const first = await seller.pull();
    expect(first.appliedThrough).toEqual({ [seller.journalId]: 1 });
    const checkpoints = Object.fromEntries(
      first.pages.map(({ stream, checkpoint }) => [stream, checkpoint]),
    );
    const second = await seller.pull(checkpoints);
    expect(second.pages.every(({ changes, complete }) => complete && changes.length === 0)).toBe(
      true,
    );
  });

  describe('P6: a checkpoint that this server never gave', () => {
    const ask = async (seller: HttpTill, epoch: string | null, seq: number) => {
      const body = { epoch, checkpoints: { 'references:ONE': seq }, queued: 0 };
      const reply = expectBody(await seller.call('pull', { body }), PullReply);
      const page = reply.pages.find(({ stream }) => stream === 'references:ONE');
      return { ...reply, changes: page?.changes ?? [] };
    };
    const openRestores = async () => {
      const rows = await server.db
        .selectFrom('documents')
        .select('body')
        .where('collection', '=', 'exceptions')
        .where('id', 'like', 'server_restored:%')
        .execute();
      return rows.map(({ body }) => Value.Parse(Exception, JSON.parse(body)).subject.id);
    };

    test('and nobody did begins its stream again, for that till alone', async () => {
      const seller = await enrolTill(server, 'ONE');
      const { epoch } = await seller.pull();
      for (const known of [epoch, null]) {
        const reply = await ask(seller, known, Number.MAX_SAFE_INTEGER);
        expect(reply.epoch).toBe(epoch);
        expect(reply.changes).not.toEqual([]);
      }
      expect(await openRestores()).toEqual([]);
    });

    test('but another life of its data may have: a new epoch, once, and a person is told who brought it', async () => {
      const seller = await enrolTill(server, 'ONE');
      const { epoch, pages } = await seller.pull();
      const first = Math.min(
        ...pages.map(({ checkpoint }) => checkpoint).filter((checkpoint) => checkpoint > 0),
      );
      // Between the start of the database and its first change lie numbers that were left out on purpose.
      const { after } = await server.db
        .selectFrom('change_gaps')
        .select('after')
        .where('before', '<=', first)
        .executeTakeFirstOrThrow();
      const lost = after + 1;
      expect((await ask(seller, 'an earlier epoch', lost)).epoch).toBe(epoch);
      expect(await openRestores()).toEqual([]);
      const { epoch: next } = await ask(seller, epoch, lost);
      expect(next).not.toBe(epoch);
      expect(await openRestores()).toEqual([seller.journalId]);
      expect((await ask(seller, epoch, lost)).epoch).toBe(next);
      const again = await ask(seller, next, lost);
      expect(again.epoch).toBe(next);
      expect(again.changes).not.toEqual([]);
    });
  });

  test('a till gets the streams of its own store, whatever it asks for', async () => {
    const foreign = await enrolTill(server, 'TWO');
    const { pages } = await foreign.pull({ 'orders:ONE': 0, 'stock:ONE': 0 });
    expect(pages.map(({ stream }) => stream).toSorted()).toEqual([
      'exceptions:TWO',
      'orders:TWO',
      'products',
      'references',
      'references:TWO',
      `statuses:${foreign.tillId}`,
      'stock:TWO',
    ]);
  });

  test('P2: what cannot be applied is quarantined alone, and the till hears of it', async () => {
    const seller = await enrolTill(server, 'ONE');
    const first = await seller.write(sale([line('TEA')], 'before-the-bad'), AT);
    const bad = await seller.write(sale([line('TEA')], 'the-bad'), AT);
    const last = await seller.write(sale([line('TEA')], 'after-the-bad'), AT);
    const forged = { ...bad, staffId: 'somebody-else' };
    expect(await headOf(seller.push([first, forged, last]))).toEqual({ seq: 3, hash: last.hash });
    const statuses = await seller.pullStream(`statuses:${seller.tillId}`);
    expect(statuses?.changes.map(({ document }) => document)).toMatchObject([
      { id: bad.id, hash: bad.hash, status: 'quarantined', reason: 'hash_mismatch' },
    ]);
    const orders = await seller.pullStream('orders:ONE');
    const ids = orders?.changes.map(({ id }) => id);
    expect(ids).toContain('after-the-bad');
    expect(ids).not.toContain('the-bad');
  });

  test.each([
    ['a NUL character', `delivery ${NUL}`],
    ['half a surrogate pair', `delivery ${HALF_A_PAIR}`],
    ['a million characters', 'x'.repeat(1_000_000)],
    ['nothing but itself', 'no operation at all'],
  ])('P1: a text with %s reaches storage to the letter', async (_, text) => {
    const seller = await enrolTill(server, 'ONE');
    const answer = await seller.push([text]);
    const { head } = expectBody(answer, PushReply);
    expect(head.seq).toBe(1);
    expect(Value.Check(HashSchema, head.hash)).toBe(true);
    expect(await headOf(seller.push([text]))).toEqual(head);
  });

  test('P4: another operation under a sequence that is taken is a fork', async () => {
    const seller = await enrolTill(server, 'ONE');
    const held = await seller.write(sale(), AT);
    await seller.push();
    seller.operations.splice(0);
    await seller.write(sale(), AT);
    expect(expectBody(await seller.push(), PushReply)).toMatchObject({
      forked: true,
      head: { seq: 1, hash: held.hash },
    });
  });

  test('a tick says within moments that something changed, and only to whom it concerns', async () => {
    const listener = await enrolTill(server, 'TWO');
    const seller = await enrolTill(server, 'TWO');
    const ticks = await listenForTicks(`${server.url}/api/v1/stream`, bearer(listener.token));
    const elsewhere = await listenForTicks(`${server.url}/api/v1/stream`, bearer(till.token));
    await seller.write(received('TEA', 5), AT);
    await seller.push();
    await expect(ticks.hear('stock:TWO')).resolves.toBe(true);
    await till.write(received('TEA', 1), AT);
    await till.push();
    await expect(elsewhere.hear('stock:ONE')).resolves.toBe(true);
    expect(elsewhere.heard()).not.toContain('stock:TWO');
    ticks.close();
    elsewhere.close();
  });

  test('a large page is squeezed for those who can take it', async () => {
    const seller = await enrolTill(server, 'ONE');
    await seller.write(sale(Array.from({ length: 120 }, (_, n) => line('TEA', 1, `l-${n}`))), AT);
    await seller.push();
    const body = { epoch: null, checkpoints: {}, queued: 0 };
    const encodingFor = async (accepted: string) => {
      const headers = { 'accept-encoding': accepted };
      return (await seller.call('pull', { body, headers })).headers.get('content-encoding');
    };
    expect(await encodingFor('gzip, br')).toBe('br');
    expect(await encodingFor('gzip, br;q=0')).toBe('gzip');
    expect(await encodingFor('identity')).toBeNull();
  });

  test('health is told to anybody, figures to this machine', async () => {
    const health = await fetch(`${server.url}/readyz`);
    expect(await health.json()).toEqual({ ok: true });
    const metrics = await (await fetch(`${server.url}/metrics`)).text();
    expect(metrics).toMatch(/^omnitill_operations_held\{status="applied"\} [1-9]/m);
    expect(metrics).toMatch(/^omnitill_operations_held\{status="quarantined"\} [1-9]/m);
    expect(metrics).toMatch(/^omnitill_ingest_seconds_count [1-9]/m);
    expect(metrics).toMatch(/^omnitill_pull_pages_total [1-9]/m);
    expect(metrics).toMatch(/^omnitill_open_streams \d/m);
    expect(metrics).toMatch(/^omnitill_exceptions_open [1-9]/m);
    const proxied = await fetch(`${server.url}/metrics`, {
      headers: { 'x-forwarded-for': '203.0.113.7' },
    });
    expect(proxied.status).toBe(403);
  });

  test('no answer may be framed, sniffed or kept', async () => {
    const { headers } = await createClient(server.url)('dashboard/me');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('cache-control')).toBe('no-store');
  });
});

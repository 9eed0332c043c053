import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { quantity } from '#shared/kernel/quantity.ts';
import { CLOCK_TOLERANCE, OrderReply, QuoteReply } from '#shared/protocol/channel.ts';
import { CHANNEL_KEY, furnish, OTHER_CHANNEL_KEY } from './chain.ts';
import { bearer, type Client, createClient, expectBody } from './http-client.ts';
import { enrolTill, type HttpTill } from './http-till.ts';
import { OPENING, type OpenServer, serverKinds } from './open-server.ts';
import { received } from './shop.ts';

/** One pack of tea costs 100.00 in ONE, 10 % off. */
const PACK = 9_000;
const EARLIER = '2026-01-02T03:04:05.678Z';

const packs = (count: number) => [{ sku: 'TEA', quantity: quantity(count * 1000) }];

describe.each(serverKinds)('what a channel does to its orders on $name', ({ open }) => {
  let server: OpenServer;
  let channel: Client;
  let till: HttpTill;

  beforeAll(async () => {
    server = await open();
    await furnish(server);
    channel = createClient(server.url, bearer(CHANNEL_KEY));
    for (const storeId of ['ONE', 'TWO']) {
      const receiving = await enrolTill(server, storeId);
      await receiving.write(received('TEA', 100), server.ingest.now());
      await receiving.push();
      if (storeId === 'ONE') till = receiving;
    }
  }, OPENING);
  afterAll(() => server.close());

  const tell = (path: string, body: unknown, method = 'POST', key: string = randomUUID()) =>
    channel(`orders/${path}`, { method, body, headers: { 'idempotency-key': key } });

  const placed = async (count: number, paid: boolean): Promise<OrderReply> => {
    const total = count * PACK;
    const body = {
      storeId: 'ONE',
      currency: 'KZT',
      customer: { name: 'Дана', phone: '' },
      lines: packs(count),
      total,
      payment: paid ? { amount: total, reference: 'provider' } : null,
    };
    const headers = { 'idempotency-key': randomUUID() };
    return expectBody(await channel('orders', { body, headers }), OrderReply);
  };

  const quantities = ({ lines }: OrderReply): number[] => lines.map((line) => line.quantity / 1000);

  test('R10 fewer pieces cost their share, more are priced now; the same edit once more changes nothing', async () => {
    const { id } = await placed(4, true);
    const key = randomUUID();
    const edit = () => tell(id, { lines: packs(1), total: PACK }, 'PATCH', key);
    const fewer = expectBody(await edit(), OrderReply);
    expect(quantities(fewer)).toEqual([1]);
    expect(fewer).toMatchObject({ due: 0, refundsDue: [{ amount: 3 * PACK }] });
    expect(expectBody(await edit(), OrderReply)).toEqual(fewer);
    const more = await tell(id, { lines: packs(3), total: 3 * PACK }, 'PATCH');
    const grown = expectBody(more, OrderReply);
    expect(quantities(grown)).toEqual([1, 2]);
    expect(grown).toMatchObject({ due: 0, refundsDue: [{ amount: PACK }] });
  });

  test('an edit is refused whose total is not what it costs, or of which there is not enough', async () => {
    const { id } = await placed(1, false);
    const wrong = await tell(id, { lines: packs(2), total: PACK }, 'PATCH');
    expect([wrong.status, wrong.body]).toEqual([409, { code: 'price_changed', at: '/total' }]);
    const much = await tell(id, { lines: packs(5000), total: 5000 * PACK }, 'PATCH');
    expect([much.status, much.body]).toEqual([409, { code: 'not_available', at: '/lines' }]);
    const unknown = await tell(id, { storeId: 'NOWHERE' }, 'PATCH');
    expect(unknown.status).toBe(422);
    expect(expectBody(await channel(`orders/${id}`), OrderReply).due).toBe(PACK);
  });

  test('an order is moved to another store, once for its key', async () => {
    const { id } = await placed(2, true);
    const moved = expectBody(await tell(id, { storeId: 'TWO' }, 'PATCH'), OrderReply);
    expect(moved).toMatchObject({ storeId: 'TWO', pickupState: 'reserved' });
    const page = await till.pullStream('orders:ONE');
    expect(page?.changes.find((change) => change.id === id)?.document).toBeNull();
  });

  test('other goods from another store are one request: refused, it changes nothing; taken, it changes both', async () => {
    const { id } = await placed(1, false);
    const quote = async (count: number) => {
      const body = { storeId: 'TWO', lines: packs(count) };
      return expectBody(await channel('quotes', { body }), QuoteReply).totals.total;
    };
    const both = { lines: packs(2), storeId: 'TWO' };
    const total = PACK + (await quote(1));
    const many = { ...both, lines: packs(5000), total: PACK + (await quote(4999)) };
    const refused = [
      await tell(id, { ...both, total: PACK }, 'PATCH'),
      await tell(id, many, 'PATCH'),
    ];
    expect(refused.map((answer) => answer.body)).toEqual([
      { code: 'price_changed', at: '/total' },
      { code: 'not_available', at: '/lines' },
    ]);
    const before = expectBody(await channel(`orders/${id}`), OrderReply);
    expect([before.storeId, quantities(before)]).toEqual(['ONE', [1]]);
    const key = randomUUID();
    const change = () => tell(id, { ...both, total }, 'PATCH', key);
    const changed = expectBody(await change(), OrderReply);
    expect([changed.storeId, quantities(changed), changed.due]).toEqual(['TWO', [1, 1], total]);
    expect(expectBody(await change(), OrderReply)).toEqual(changed);
  });

  test('another amount under a key that moved money is told so, and moves none', async () => {
    const { id } = await placed(2, false);
    for (const act of ['payments', 'refunds']) {
      const key = randomUUID();
      const say = (amount: number) =>
        tell(
          `${id}/${act}`,
          { amount, reference: null, ...(act === 'refunds' ? { state: 'refunded' } : {}) },
          'POST',
          key,
        );
      expect((await say(PACK)).status).toBe(200);
      const other = await say(2 * PACK);
      expect([other.status, other.body]).toEqual([409, { code: 'idempotency_conflict', at: '' }]);
    }
    const money = expectBody(await channel(`orders/${id}`), OrderReply);
    expect(money).toMatchObject({ due: 2 * PACK, paymentState: 'refunded' });
  });

  test('another edit under a key that edited is told so, and edits nothing; what was refused leaves its key free', async () => {
    const { id } = await placed(2, false);
    const key = randomUUID();
    const edit = (count: number, total: number) =>
      tell(id, { lines: packs(count), total }, 'PATCH', key);
    expect((await edit(1, PACK + 1)).body).toEqual({ code: 'price_changed', at: '/total' });
    const edited = expectBody(await edit(1, PACK), OrderReply);
    expect(quantities(edited)).toEqual([1]);
    const conflict = { status: 409, body: { code: 'idempotency_conflict', at: '' } };
    expect(await edit(2, 2 * PACK)).toMatchObject(conflict);
    expect(await tell(id, { storeId: 'TWO' }, 'PATCH', key)).toMatchObject(conflict);
    expect(expectBody(await edit(1, PACK), OrderReply)).toEqual(edited);
  });

  test('what is reported of the future is refused, but for what clocks differ by', async () => {
    const { id } = await placed(1, false);
    const later = (milliseconds: number): string =>
      new Date(Date.parse(server.ingest.now()) + milliseconds).toISOString();
    const cancelAt = (at: string) =>
      channel(`orders/${id}/cancel?happenedAt=${at}`, { method: 'POST' });
    const refused = { status: 422, body: { code: 'in_future', at: '/happenedAt' } };
    expect(await cancelAt(later(CLOCK_TOLERANCE + 60_000))).toMatchObject(refused);
    const body = { storeId: 'TWO', happenedAt: '2999-01-01T00:00:00.000Z' };
    expect(await tell(id, body, 'PATCH')).toMatchObject(refused);
    expect(expectBody(await channel(`orders/${id}`), OrderReply)).toMatchObject({
      storeId: 'ONE',
      canceledAt: null,
    });
    const soon = later(60_000);
    expect(expectBody(await cancelAt(soon), OrderReply).canceledAt).toBe(soon);
  });

  test('what is due can be paid at the channel, and what was paid given back: each once for its key', async () => {
    const { id } = await placed(2, false);
    const amount = 2 * PACK;
    const [payKey, refundKey] = [randomUUID(), randomUUID()];
    const pay = () => tell(`${id}/payments`, { amount, reference: 'p-1' }, 'POST', payKey);
    expect(expectBody(await pay(), OrderReply)).toMatchObject({ paymentState: 'paid', due: 0 });
    expect(expectBody(await pay(), OrderReply)).toMatchObject({ paymentState: 'paid', due: 0 });
    const gone = expectBody(await channel(`orders/${id}/cancel`, { method: 'POST' }), OrderReply);
    expect(gone.refundsDue).toEqual([{ refundId: `${id}-owed0`, amount }]);
    const body = { amount, state: 'refunded', reference: 'r-1' };
    const refund = () => tell(`${id}/refunds`, body, 'POST', refundKey);
    for (const answer of [await refund(), await refund()])
      expect(expectBody(answer, OrderReply)).toMatchObject({
        paymentState: 'refunded',
        refundsDue: [],
      });
    const unknown = await tell(`${id}/refunds`, { ...body, refundId: 'nobody-asked' });
    expect([unknown.status, unknown.body]).toEqual([404, { code: 'not_found', at: '/refundId' }]);
  });

  test('a channel that asks too late is told so; what it reports has happened', async () => {
    const { id } = await placed(1, true);
    const given = expectBody(await channel(`orders/${id}/expire`, { method: 'POST' }), OrderReply);
    expect(given.pickupState).toBe('failed');
    const asked = await tell(id, { storeId: 'TWO' }, 'PATCH');
    expect([asked.status, asked.body]).toEqual([409, { code: 'order_closed', at: '/id' }]);
    const reported = await tell(id, { storeId: 'TWO', happenedAt: server.ingest.now() }, 'PATCH');
    expect(expectBody(reported, OrderReply)).toMatchObject({ storeId: 'TWO', canceledAt: null });
    const cancel = await channel(`orders/${id}/cancel?happenedAt=${EARLIER}`, { method: 'POST' });
    expect(expectBody(cancel, OrderReply).canceledAt).toBe(EARLIER);
  });

  test("another channel's order is not there", async () => {
    const { id } = await placed(1, true);
    const other = createClient(server.url, bearer(OTHER_CHANNEL_KEY));
    const headers = { 'idempotency-key': randomUUID() };
    const answer = await other(`orders/${id}/payments`, {
      body: { amount: 1, reference: null },
      headers,
    });
    expect(answer.status).toBe(404);
    const unnamed = await channel(`orders/${id}/payments`, {
      body: { amount: 1, reference: null },
    });
    expect(unnamed.status).toBe(400);
  });
});

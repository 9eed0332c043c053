import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { placeWebOrder } from '#server/ingest/place-order.ts';
import { Exception } from '#shared/domain/exception/schema.ts';
import type { Order } from '#shared/domain/order/schema.ts';
import { applyToOrder } from '#shared/operations/effects.ts';
import { ChangesReply, type NewStaff } from '#shared/protocol/administration.ts';
import { OrderReply } from '#shared/protocol/channel.ts';
import { ExceptionDetail, ExceptionsReply } from '#shared/protocol/exceptions.ts';
import { CHANNEL_KEY, furnish, HEAD_OFFICE, MANAGER, signIn } from './chain.ts';
import { bearer, type Client, createClient, expectBody } from './http-client.ts';
import { enrolTill, type HttpTill } from './http-till.ts';
import { OPENING, type OpenServer, serverKinds } from './open-server.ts';
import { AT } from './pushing-till.ts';
import { handedOver, line, placement, received, returned, sale } from './shop.ts';
import { listenForTicks } from './tick-reader.ts';

const LATER = '2026-01-02T11:05:00.000Z';

const MANAGER_OF_ONE: NewStaff = { name: 'Ерлан', role: 'manager', storeIds: ['ONE'], pin: '2222' };

describe.each(serverKinds)('exceptions in the dashboard on $name', ({ open }) => {
  let server: OpenServer;
  let headOffice: Client;
  let manager: Client;
  let first: HttpTill;
  let second: HttpTill;
  let elsewhere: HttpTill;

  const detailOf = async (id: string, who = headOffice): Promise<ExceptionDetail> =>
    expectBody(await who(`dashboard/exceptions/${encodeURIComponent(id)}`), ExceptionDetail);

  const resolve = (id: string, action: string, who = headOffice) =>
    who(`dashboard/exceptions/${encodeURIComponent(id)}/resolve`, {
      body: { action, note: 'spoken with the customer' },
    });

  const write = async (till: HttpTill, ...contents: Parameters<HttpTill['write']>[0][]) => {
    const written = [];
    for (const content of contents) written.push(await till.write(content, AT));
    expect((await till.push(written)).status).toBe(200);
    return written;
  };

  const sold = async (till: HttpTill): Promise<Order> => {
    const [operation] = await write(till, sale([line('CAKE', 3)]));
    const order = operation && applyToOrder(null, operation);
    if (!order) throw new Error('an order was expected');
    return order;
  };

  beforeAll(async () => {
    server = await open();
    await furnish(server);
    headOffice = await signIn(server, HEAD_OFFICE);
    manager = await signIn(server, MANAGER);
    await headOffice('dashboard/staff', { body: MANAGER_OF_ONE });
    first = await enrolTill(server, 'ONE');
    second = await enrolTill(server, 'ONE');
    elsewhere = await enrolTill(server, 'TWO');
    await write(first, received('CAKE', 90), received('TEA', 90));
    await write(elsewhere, received('CAKE', 90));
  }, OPENING);
  afterAll(() => server.close());

  test('S5 S8 two stores refund one receipt: one over_refund, both evidences, to the minor unit', async () => {
    const order = await sold(first);
    const back = [
      await first.write(returned(order, 2), AT),
      await elsewhere.write(returned(order, 3), LATER),
    ];
    await first.push(back.slice(0, 1));
    await elsewhere.push(back.slice(1));
    const { exceptions } = expectBody(
      await headOffice('dashboard/exceptions?state=open'),
      ExceptionsReply,
    );
    const id = `over_refund:${order.id}`;
    expect(exceptions.filter((one) => one.id === id)).toMatchObject([
      { amount: 20_000, task: 'recover_money', people: ['Ерлан'], otherStoreIds: ['TWO'] },
    ]);
    const { facts, order: about, offers } = await detailOf(id);
    expect(facts).toMatchObject([
      {
        id: back[0]?.id,
        type: 'return.completed',
        at: AT,
        storeName: 'ONE',
        tillId: first.tillId,
        lines: [{ sku: 'CAKE', quantity: 2000, total: 20_000 }],
        amounts: [{ type: 'refunded', tender: 'cash', amount: 20_000 }],
      },
      { id: back[1]?.id, storeName: 'TWO', amounts: [{ amount: 30_000 }] },
    ]);
    expect(about).toMatchObject({ paid: 30_000, refunded: 50_000, number: 'N-1' });
    expect(offers).toEqual([
      { action: 'charge_again', obstacle: 'at_till' },
      { action: 'call_customer', obstacle: null },
      { action: 'correct_stock', obstacle: 'at_till' },
      { action: 'accept_loss', obstacle: null },
    ]);
  });

  test('S8 two tills hand over one order: one exception, both acts, who and what', async () => {
    const placing = placement('ONE', [line('TEA', 2)], true);
    const { order } = await placeWebOrder(server.ingest, placing);
    await write(first, handedOver(order, 0));
    await write(second, handedOver(order, 0));
    const { facts, order: about } = await detailOf(`handed_over_twice:${order.id}`, manager);
    expect(facts.map(({ tillId, type }) => [tillId, type])).toEqual([
      [first.tillId, 'pickup.handedOver'],
      [second.tillId, 'pickup.handedOver'],
    ]);
    expect(facts[0]?.lines).toEqual([
      { sku: 'TEA', name: { en: 'TEA' }, quantity: 2000, total: null },
    ]);
    expect(about?.customer).toMatchObject({ name: 'Dana' });
    for (const till of [first, second]) {
      const page = await till.pullStream('exceptions:ONE');
      const kinds = page?.changes.map(({ id }) => id) ?? [];
      expect(kinds).toContain(`handed_over_twice:${order.id}`);
    }
  });

  test('S6 it is settled once, on record, and others are told', async () => {
    const order = await sold(first);
    await write(first, returned(order, 2));
    await write(second, returned(order, 2));
    const ticks = await listenForTicks(`${server.url}/api/v1/stream`, bearer(second.token));
    const id = `over_refund:${order.id}`;
    const settled = expectBody(await resolve(id, 'accept_loss', manager), Exception);
    expect(await ticks.hear('exceptions:ONE')).toBe(true);
    ticks.close();
    expect(settled).toMatchObject({
      state: 'closed',
      resolution: { action: 'accept_loss', by: 'A person', note: 'spoken with the customer' },
    });
    expect(await resolve(id, 'call_customer')).toMatchObject({
      status: 409,
      body: { code: 'already_resolved' },
    });
    const { changes } = expectBody(await headOffice('dashboard/changes'), ChangesReply);
    expect(changes.filter(({ kind }) => kind === 'exception_resolved')).toHaveLength(1);
    const closed = expectBody(
      await headOffice('dashboard/exceptions?state=closed'),
      ExceptionsReply,
    );
    expect(closed.exceptions[0]).toMatchObject({ id, resolution: settled.resolution });
  });

  test('what only a till can do, what is not its kind, and what others answer for is refused', async () => {
    await write(first, sale([line('NONE-LEFT', 1)]));
    const short = sale([line('TEA')]);
    const [wrong] = await write(first, { ...short, payload: { ...short.payload, payments: [] } });
    const belowZero = 'below_zero:ONE:NONE-LEFT';
    const mismatch = `price_mismatch:${wrong?.id}`;
    for (const action of ['correct_stock', 'refund'])
      expect(await resolve(belowZero, action)).toMatchObject({
        status: 409,
        body: { code: 'action_not_offered' },
      });
    expect((await resolve(mismatch, 'accept', manager)).status).toBe(403);
    expect((await resolve(belowZero, 'steal')).status).toBe(400);
    expect((await resolve('below_zero:ONE:NOTHING', 'accept')).status).toBe(404);
    await write(elsewhere, sale([line('FAR', 1)]));
    expect((await resolve('below_zero:TWO:FAR', 'accept', manager)).status).toBe(404);
    expect((await manager('dashboard/exceptions/below_zero%3ATWO%3AFAR')).status).toBe(404);
    const { facts, stock } = await detailOf(belowZero);
    expect(stock).toEqual({ sku: 'NONE-LEFT', name: null, onHand: -1000, reserved: 0 });
    expect(facts).toMatchObject([{ type: 'sale.completed', lines: [{ quantity: 1000 }] }]);
    expect((await detailOf(mismatch)).facts).toMatchObject([
      { id: wrong?.id, places: ['/payments'] },
    ]);
    expect((await resolve(mismatch, 'accept')).status).toBe(200);
  });

  test('R16 a refund from here is asked of the channel, which closes it', async () => {
    const channel = createClient(server.url, bearer(CHANNEL_KEY));
    const body = {
      storeId: 'ONE',
      currency: 'KZT',
      customer: { name: 'Dana', phone: '' },
      lines: [{ sku: 'TEA', quantity: 1000 }],
      total: 9_000,
      payment: { amount: 9_000, reference: 'web-1' },
    };
    const headers = { 'idempotency-key': 'refund-from-office' };
    const placed = expectBody(await channel('orders', { body, headers }), OrderReply);
    const page = await first.pullStream('orders:ONE');
    const order = page?.changes.find(({ id }) => id === placed.id)?.document as Order;
    await write(first, handedOver({ ...order, payments: [] }, 9_000));
    const id = `overpaid:${placed.id}`;
    expect((await detailOf(id)).offers[0]).toEqual({ action: 'refund', obstacle: null });
    expect((await detailOf(id)).refundable).toBe(9_000);
    expect((await resolve(id, 'refund')).status).toBe(200);
    const asked = expectBody(await channel(`orders/${placed.id}`), OrderReply);
    expect(asked.refundsDue).toMatchObject([{ amount: 9_000 }]);
    const refund = {
      refundId: asked.refundsDue[0]?.refundId,
      amount: 9_000,
      state: 'refunded',
      reference: 'provider-1',
    };
    const path = `orders/${placed.id}/refunds`;
    const done = expectBody(
      await channel(path, { body: refund, headers: { 'idempotency-key': 'done' } }),
      OrderReply,
    );
    expect(done).toMatchObject({ refundsDue: [], paymentState: 'partially_refunded' });
    expect((await detailOf(id)).exception).toMatchObject({ resolution: { action: 'refund' } });
  });
});

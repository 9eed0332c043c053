import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { placeWebOrder } from '#server/ingest/place-order.ts';
import { daysBefore } from '#server/projections/store-days.ts';
import { Order } from '#shared/domain/order/schema.ts';
import {
  EnrolmentCodeReply,
  Overview,
  QuarantineReply,
  ReceiptDetail,
  ReceiptsReply,
  StoresReply,
  TillsReply,
} from '#shared/protocol/dashboard.ts';
import { ExceptionsReply } from '#shared/protocol/exceptions.ts';
import { Value } from 'typebox/value';
import { furnish, HEAD_OFFICE, signIn } from './chain.ts';
import { type Client, expectBody } from './http-client.ts';
import { enrolTill, type HttpTill } from './http-till.ts';
import { OPENING, type OpenServer, serverKinds } from './open-server.ts';
import { line, placement, returned, sale } from './shop.ts';
import { listenForTicks } from './tick-reader.ts';

/** A day in Almaty runs from 19:00 to 19:00 in UTC. */
const DAY = '2026-01-08';
const MORNING = '2026-01-08T04:10:00.000Z';
const JUST_IN = '2026-01-07T19:00:00.000Z';
const JUST_OUT = '2026-01-08T19:00:00.000Z';
const WEEK_BEFORE = `${daysBefore(DAY, 7)}${MORNING.slice(10)}`;

describe.each(serverKinds)('the dashboard on $name', ({ open }) => {
  let server: OpenServer;
  let headOffice: Client;
  let one: HttpTill;
  let two: HttpTill;

  const orderOf = async (till: HttpTill, id: string): Promise<Order> => {
    const page = await till.pullStream(`orders:${till.storeId}`);
    const document = page?.changes.find((change) => change.id === id)?.document;
    if (!Value.Check(Order, document)) throw new Error(`no order ${id}`);
    return document;
  };

  /** Sales of 100.00 apiece; what lies before and after the day must not count. */
  const trade = async (): Promise<void> => {
    await one.write(sale([line('TEA', 4)], 'a-week-before'), WEEK_BEFORE);
    await one.write(sale([line('TEA', 1)], 'just-in'), JUST_IN);
    await one.write(sale([line('TEA', 2), line('CAKE', 1)], 'morning'), MORNING);
    await one.write(sale([line('TEA', 5)], 'just-out'), JUST_OUT);
    await one.push();
    await one.write(returned(await orderOf(one, 'morning')), MORNING);
    await one.push();
    await two.write(sale([line('CAKE', 1)], 'elsewhere'), MORNING);
    await two.push();
    await two.pull({}, 0);
    await one.pull({}, 3);
  };

  beforeAll(async () => {
    server = await open();
    await furnish(server);
    headOffice = await signIn(server, HEAD_OFFICE);
    one = await enrolTill(server, 'ONE');
    two = await enrolTill(server, 'TWO');
    await trade();
  }, OPENING);
  afterAll(() => server.close());

  const overview = async (query: string): Promise<Overview> =>
    expectBody(await headOffice(`dashboard/overview?${query}`), Overview);

  const receipts = async (query: string): Promise<ReceiptsReply> =>
    expectBody(await headOffice(`dashboard/receipts?${query}`), ReceiptsReply);

  const idsOn = async (query: string): Promise<string[]> =>
    (await receipts(query)).receipts.map(({ orderId }) => orderId);

  test('the day’s figures run from midnight to midnight on the store’s own clock', async () => {
    const { figures, lastWeek, hours, currency } = await overview(`day=${DAY}`);
    expect(currency).toBe('KZT');
    expect(figures).toMatchObject({
      sales: 50_000,
      returns: 10_000,
      netSales: 40_000,
      receipts: 3,
      averageBasket: 16_667,
      returnsShare: 2000,
    });
    expect(lastWeek).toMatchObject({ sales: 40_000, returns: 0, receipts: 1 });
    expect(hours).toHaveLength(24);
    expect(hours[0]).toEqual({ hour: 0, netSales: 10_000, lastWeek: 0 });
    expect(hours[9]).toEqual({ hour: 9, netSales: 30_000, lastWeek: 40_000 });
  });

  test('figures are told by channel, by store and by product', async () => {
    const { channels, stores, topProducts } = await overview(`day=${DAY}`);
    expect(channels).toEqual([{ channel: 'store', netSales: 40_000, receipts: 3 }]);
    expect(stores.map(({ storeId, netSales }) => [storeId, netSales])).toEqual([
      ['ONE', 30_000],
      ['TWO', 10_000],
    ]);
    expect(topProducts.map(({ sku, quantity }) => [sku, quantity])).toEqual([
      ['CAKE', 2000],
      ['TEA', 2000],
    ]);
  });

  test('one store’s figures are its own', async () => {
    const { figures, storeId, stores } = await overview(`day=${DAY}&storeId=TWO`);
    expect(storeId).toBe('TWO');
    expect(figures).toMatchObject({ netSales: 10_000, receipts: 1 });
    expect(stores).toHaveLength(1);
  });

  test('a till with operations left to push shows until when its figures are complete', async () => {
    const { stores, tills } = await overview(`day=${DAY}`);
    const till = tills.find(({ tillId }) => tillId === one.tillId);
    expect(till).toMatchObject({ state: 'enrolled', queued: 3 });
    expect(till?.completeAt && till.lastContactAt && till.completeAt < till.lastContactAt).toBe(
      true,
    );
    expect(stores.map(({ storeId, queued }) => [storeId, queued])).toEqual([
      ['ONE', 3],
      ['TWO', 0],
    ]);
  });

  test('a day that is none is refused', async () => {
    const malformed = { status: 400, body: { code: 'malformed', at: '/day' } };
    expect(await headOffice('dashboard/overview?day=2026-02-30')).toMatchObject(malformed);
    expect(await headOffice('dashboard/receipts?day=yesterday')).toMatchObject(malformed);
  });

  test('receipts are found by day, store and text, the latest first', async () => {
    expect(await idsOn(`day=${DAY}&storeId=ONE`)).toEqual(['morning', 'just-in']);
    expect(await idsOn('storeId=ONE')).toEqual(['just-out', 'morning', 'just-in', 'a-week-before']);
    expect(await idsOn('text=N-1&storeId=TWO')).toEqual(['elsewhere']);
    expect(await idsOn('text=morning')).toEqual([]);
    expect(await idsOn('text=%25')).toEqual([]);
    const { receipts: rows } = await receipts(`day=${DAY}`);
    expect(rows.find(({ orderId }) => orderId === 'morning')).toMatchObject({
      number: 'N-1',
      total: 30_000,
      refunded: 10_000,
      paymentState: 'partially_refunded',
      pickupState: null,
    });
  });

  test('many receipts come in pages that leave none out', async () => {
    const till = await enrolTill(server, 'ONE');
    const ids = Array.from({ length: 120 }, (_, index) => `many-${index}`);
    for (const id of ids) await till.write(sale([line('CAKE')], id), '2026-02-01T06:00:00.000Z');
    await till.push();
    const found: string[] = [];
    for (let query = 'day=2026-02-01'; ;) {
      const { receipts: rows, next } = await receipts(query);
      found.push(...rows.map(({ orderId }) => orderId));
      if (next === null) break;
      query = `day=2026-02-01&cursor=${encodeURIComponent(next)}`;
    }
    expect(found.toSorted()).toEqual(ids.toSorted());
  });

  test('a receipt shows the operations it is made of', async () => {
    const answer = await headOffice('dashboard/receipts/morning');
    const { order, operations } = expectBody(answer, ReceiptDetail);
    expect(order.id).toBe('morning');
    expect(operations.map(({ journalId, seq }) => [journalId, seq])).toEqual([
      [one.journalId, 3],
      [one.journalId, 5],
    ]);
    expect(JSON.parse(operations[0]?.text ?? '')).toEqual(one.operations[2]);
    expect((await headOffice('dashboard/receipts/none')).body).toEqual({
      code: 'not_found',
      at: '/orderId',
    });
  });

  test('orders to be collected are found by the state of their pickup', async () => {
    const { order } = await placeWebOrder(server.ingest, placement('TWO'));
    const late = order.pickup?.expiresAt;
    expect((await receipts('pickupState=reserved')).receipts).toMatchObject([
      { orderId: order.id, channel: 'web', pickupState: 'reserved', pickupBy: late },
    ]);
    expect(await idsOn('pickupState=prepared')).toEqual([]);
    const { pickups } = await overview('storeId=TWO');
    expect(pickups).toEqual({
      states: [
        { state: 'reserved', orders: 1 },
        { state: 'prepared', orders: 0 },
      ],
      overdue: 1,
    });
  });

  test('S5: contradictions wait for a decision', async () => {
    const { exceptions } = expectBody(
      await headOffice('dashboard/exceptions?state=open&storeId=TWO'),
      ExceptionsReply,
    );
    expect(exceptions.map(({ id }) => id)).toEqual(['oversold:TWO:TEA', 'below_zero:TWO:CAKE']);
    const { exceptions: shown } = await overview('storeId=TWO');
    expect(shown).toEqual({ open: 2, newest: exceptions });
    const closed = await headOffice('dashboard/exceptions?state=closed');
    expect(expectBody(closed, ExceptionsReply).exceptions).toEqual([]);
    expect((await headOffice('dashboard/exceptions?cursor=first')).body).toEqual({
      code: 'malformed',
      at: '/cursor',
    });
  });

  test('P2: what was quarantined can be read to the letter', async () => {
    const till = await enrolTill(server, 'TWO');
    const text = `not an operation ${'…'.repeat(5000)}`;
    await till.push([text]);
    const list = await headOffice('dashboard/quarantine?storeId=TWO');
    const [kept] = expectBody(list, QuarantineReply).operations;
    expect(kept).toMatchObject({
      journalId: till.journalId,
      seq: 1,
      tillId: till.tillId,
      reason: 'operation_malformed',
      characters: text.length,
    });
    expect(kept?.text).toHaveLength(4000);
    const path = `dashboard/quarantine/${till.journalId}/1/${kept?.hash}`;
    const whole = await headOffice(path);
    expect(whole.headers.get('content-type')).toContain('text/plain');
    expect(whole.body).toBe(text);
    expect((await overview('storeId=TWO')).quarantined).toBe(1);
  });

  test('stores and tills are listed, and new devices join by a code', async () => {
    const { stores } = expectBody(await headOffice('dashboard/stores'), StoresReply);
    expect(stores.map(({ storeId }) => storeId)).toEqual(['ONE', 'TWO']);
    const body = { storeId: 'TWO', tillId: null };
    const issued = await headOffice('dashboard/enrolment-codes', { body });
    const { tillId, code } = expectBody(issued, EnrolmentCodeReply);
    expect(code).toMatch(/^[A-Z2-9]{4}(-[A-Z2-9]{4}){2}$/);
    const { tills } = expectBody(await headOffice('dashboard/tills'), TillsReply);
    expect(tills.find((till) => till.tillId === tillId)?.state).toBe('free');
    const nowhere = { storeId: 'TWO', tillId: one.tillId };
    expect((await headOffice('dashboard/enrolment-codes', { body: nowhere })).body).toEqual({
      code: 'not_found',
      at: '/tillId',
    });
  });

  test('a sale ticks on the dashboard, and so does a till’s contact', async () => {
    const answer = await fetch(`${server.url}/api/v1/dashboard/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(HEAD_OFFICE),
    });
    const cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    const ticks = await listenForTicks(`${server.url}/api/v1/dashboard/stream`, { cookie });
    await two.write(sale([line('CAKE')]), MORNING);
    await two.push();
    await expect(ticks.hear('orders:TWO')).resolves.toBe(true);
    await two.pull({}, 7);
    await expect(ticks.hear('tills:TWO')).resolves.toBe(true);
    ticks.close();
  });
});

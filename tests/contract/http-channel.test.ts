import { priceIn } from '#shared/domain/catalog/schema.ts';
import { bookOf } from '#shared/domain/baskets.fixture.ts';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { basketLineOf } from '#shared/domain/pricing/basket-line.ts';
import { priceBasket } from '#shared/domain/pricing/price-basket.ts';
import { Order } from '#shared/domain/order/schema.ts';
import { quantity } from '#shared/kernel/quantity.ts';
import {
  AvailabilityReply,
  OrderReply,
  type OrderRequest,
  QuoteReply,
} from '#shared/protocol/channel.ts';
import { Value } from 'typebox/value';
import { CHANNEL_KEY, furnish, OTHER_CHANNEL_KEY, PRODUCTS, PROMOTION } from './chain.ts';
import { bearer, type Client, createClient, expectBody } from './http-client.ts';
import { enrolTill, type HttpTill } from './http-till.ts';
import { OPENING, type OpenServer, serverKinds } from './open-server.ts';
import { handedOver, settings } from './shop.ts';
import { listenForTicks } from './tick-reader.ts';

/** Two packs of tea in the store ONE: 100.00 each, 10 % off. */
const ORDER: OrderRequest = {
  storeId: 'ONE',
  currency: 'KZT',
  customer: { name: 'Дана', phone: '+7 700 000 00 00' },
  lines: [{ sku: 'TEA', quantity: quantity(2000) }],
  total: 18_000,
  payment: null,
} as OrderRequest;

describe.each(serverKinds)('a channel on $name', ({ open }) => {
  let server: OpenServer;
  let channel: Client;
  let till: HttpTill;

  beforeAll(async () => {
    server = await open();
    await furnish(server);
    channel = createClient(server.url, bearer(CHANNEL_KEY));
    till = await enrolTill(server, 'ONE');
  }, OPENING);
  afterAll(() => server.close());

  const place = (body: unknown, key: string = randomUUID()) =>
    channel('orders', { body, headers: { 'idempotency-key': key } });

  const placed = async (body: unknown = ORDER) => expectBody(await place(body), OrderReply);

  const pulledOrder = async (id: string): Promise<Order> => {
    const page = await till.pullStream('orders:ONE');
    const document = page?.changes.find((change) => change.id === id)?.document;
    if (!Value.Check(Order, document)) throw new Error(`no order ${id} was pulled`);
    return document;
  };

  const available = async () =>
    expectBody(await channel('availability?sku=TEA&storeId=ONE'), AvailabilityReply).stores;

  test('R9: a quote is what the till would ask', async () => {
    const wanted = [
      { sku: 'TEA', quantity: quantity(3000) },
      { sku: 'CHEESE', quantity: quantity(1245) },
      { sku: 'CAKE', quantity: quantity(1000) },
    ];
    for (const storeId of ['ONE', 'TWO']) {
      const body = { storeId, lines: wanted };
      const quote = expectBody(await channel('quotes', { body }), QuoteReply);
      const lines = wanted.map((line, index) => {
        const product = PRODUCTS.find(({ sku }) => sku === line.sku);
        if (!product) throw new Error(line.sku);
        const price = priceIn(product, storeId);
        return basketLineOf(product, `${index + 1}`, line.quantity, settings(storeId), price);
      });
      const basket = { taxInclusive: true, lines, discount: null };
      const { at, currency } = quote;
      expect(currency).toBe('KZT');
      const { totals, lines: priced } = priceBasket(basket, bookOf([PROMOTION]), at);
      expect(quote.totals).toEqual(totals);
      expect(quote.lines).toEqual(priced);
    }
  });

  test.each([
    [
      'an unknown product',
      { lines: [{ sku: 'NONE', quantity: 1000 }] },
      422,
      'unknown_sku',
      '/lines/0/sku',
    ],
    [
      'a product sold no more',
      { lines: [{ sku: 'OLD', quantity: 1000 }] },
      422,
      'unknown_sku',
      '/lines/0/sku',
    ],
    ['an unknown store', { storeId: 'NOWHERE' }, 422, 'unknown_store', '/storeId'],
    ['another currency', { currency: 'UAH' }, 422, 'wrong_currency', '/currency'],
    ['a currency nobody has', { currency: 'XXX' }, 422, 'wrong_currency', '/currency'],
    [
      'a negative quantity',
      { lines: [{ sku: 'TEA', quantity: -1000 }] },
      422,
      'amount_invalid',
      '/lines/0/quantity',
    ],
    [
      'half a piece',
      { lines: [{ sku: 'TEA', quantity: 500 }] },
      422,
      'amount_invalid',
      '/lines/0/quantity',
    ],
    [
      'a fraction of a thousandth',
      { lines: [{ sku: 'TEA', quantity: 1000.5 }] },
      400,
      'malformed',
      '/lines/0/quantity',
    ],
    [
      'more than there is money',
      {
        lines: [
          { sku: 'CHEESE', quantity: 1_000_000_000 },
          { sku: 'TEA', quantity: 1_000_000_000 },
        ],
        total: 0,
      },
      409,
      'price_changed',
      '/total',
    ],
    ['a negative total', { total: -1 }, 422, 'amount_invalid', '/total'],
    ['another total', { total: 17_999 }, 409, 'price_changed', '/total'],
    [
      'another price',
      { lines: [{ sku: 'TEA', quantity: 2000, unitPrice: 9_999 }] },
      409,
      'price_changed',
      '/lines/0/unitPrice',
    ],
    [
      'more paid than it costs',
      { payment: { amount: 18_001, reference: null } },
      422,
      'amount_invalid',
      '/payment/amount',
    ],
    ['no lines', { lines: [] }, 400, 'malformed', '/lines'],
    ['a member nobody knows', { gift: true }, 400, 'malformed', '/gift'],
  ])('an order with %s is refused and told where', async (_, wrong, status, code, at) => {
    expect(await place({ ...ORDER, ...wrong })).toMatchObject({ status, body: { code, at } });
  });

  test('a sum beyond all bounds is refused, not computed', async () => {
    const gold = { ...PRODUCTS[0], sku: 'GOLD', price: 9_999_999_999_999, storePrices: {} };
    await server.ingest.store.transaction((tx) =>
      tx.putDocuments('products', [
        { id: 'GOLD', document: gold as (typeof PRODUCTS)[number], streams: ['products'] },
      ]),
    );
    const lines = [{ sku: 'GOLD', quantity: 1_000_000_000 }];
    const refused = { status: 422, body: { code: 'amount_invalid', at: '/lines/0/quantity' } };
    expect(await channel('quotes', { body: { storeId: 'ONE', lines } })).toMatchObject(refused);
    expect(await place({ ...ORDER, lines })).toMatchObject(refused);
  });

  test('an order without a key is refused', async () => {
    expect(await channel('orders', { body: ORDER })).toMatchObject({
      status: 400,
      body: { code: 'malformed', at: '/idempotency-key' },
    });
  });

  test('an order comes to its store’s tills with a tick, and holds its goods', async () => {
    const before = await available();
    const ticks = await listenForTicks(`${server.url}/api/v1/stream`, bearer(till.token));
    const order = await placed();
    expect(order).toMatchObject({ pickupState: 'reserved', paymentState: 'unpaid', due: 18_000 });
    expect(order.number).toMatch(/^W-\d+$/);
    await ticks.hear('orders:ONE');
    ticks.close();
    expect(await pulledOrder(order.id)).toMatchObject({
      number: order.number,
      channel: 'web',
      customer: { name: 'Дана' },
      pickup: { state: 'reserved' },
    });
    const held = before[0] ? before[0].available - 2000 : 0;
    expect(await available()).toEqual([{ storeId: 'ONE', available: held }]);
  });

  test('the same request again is the same order; another one under its key is a conflict', async () => {
    const key = randomUUID();
    const first = await place(ORDER, key);
    const again = await Promise.all([place(ORDER, key), place(ORDER, key), place(ORDER, key)]);
    for (const { status, body } of again) {
      expect(status).toBe(201);
      expect(body).toEqual(first.body);
    }
    const other = { ...ORDER, customer: { name: 'Somebody else', phone: '' } };
    expect(await place(other, key)).toMatchObject({
      status: 409,
      body: { code: 'idempotency_conflict', at: '' },
    });
  });

  test('a key sent many times at once makes one order', async () => {
    const key = randomUUID();
    const answers = await Promise.all(Array.from({ length: 5 }, () => place(ORDER, key)));
    const ids = answers.map((answer) => expectBody(answer, OrderReply).id);
    expect(new Set(ids).size).toBe(1);
  });

  test('an order that was paid is read back as it is prepared and handed over', async () => {
    const { id } = await placed({ ...ORDER, payment: { amount: 18_000, reference: 'pay-1' } });
    const now = server.ingest.now();
    const lineIds = (await pulledOrder(id)).lines.map((one) => one.id);
    const payload = { orderId: id, currency: 'KZT' as const, shelf: 'A1', lineIds };
    await till.write({ type: 'pickup.prepared', payload }, now);
    await till.push();
    const read = async () => expectBody(await channel(`orders/${id}`), OrderReply);
    expect(await read()).toMatchObject({ pickupState: 'prepared', paymentState: 'paid', due: 0 });
    await till.write(handedOver(await pulledOrder(id), 0), now);
    await till.push();
    expect(await read()).toMatchObject({
      pickupState: 'completed',
      paymentState: 'paid',
      pickedUpAt: now,
    });
    expect(await channel(`orders/${id}/cancel`, { method: 'POST' })).toMatchObject({
      status: 409,
      body: { code: 'order_closed', at: '/id' },
    });
  });

  test('an order given up frees its goods, once', async () => {
    const before = await available();
    const { id } = await placed();
    const cancel = () => channel(`orders/${id}/cancel`, { method: 'POST' });
    const canceled = expectBody(await cancel(), OrderReply);
    expect(canceled.pickupState).toBe('canceled');
    expect(canceled.canceledAt).not.toBeNull();
    expect(expectBody(await cancel(), OrderReply)).toEqual(canceled);
    expect(await available()).toEqual(before);
  });

  test('a channel knows nothing of another channel’s orders', async () => {
    const { id } = await placed();
    const other = createClient(server.url, bearer(OTHER_CHANNEL_KEY));
    const unknown = { status: 404, body: { code: 'not_found', at: '/id' } };
    expect(await other(`orders/${id}`)).toMatchObject(unknown);
    expect(await other(`orders/${id}/cancel`, { method: 'POST' })).toMatchObject(unknown);
    expect(await channel(`orders/${randomUUID()}`)).toMatchObject(unknown);
  });

  test('availability names every store, and refuses what it does not know', async () => {
    const { stores } = expectBody(await channel('availability?sku=TEA'), AvailabilityReply);
    expect(stores.map(({ storeId }) => storeId)).toEqual(['ONE', 'TWO']);
    expect(stores[1]?.available).toBe(0);
    expect((await channel('availability?sku=NONE')).body).toEqual({
      code: 'unknown_sku',
      at: '/sku',
    });
    expect((await channel('availability?sku=TEA&storeId=THREE')).body).toEqual({
      code: 'unknown_store',
      at: '/storeId',
    });
    expect((await channel('availability?sku=TEA&sku=CAKE')).body).toEqual({
      code: 'malformed',
      at: '/sku',
    });
  });
});

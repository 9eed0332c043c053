import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { addDemoChannels } from '#server/cli/demo/demo-channels.ts';
import {
  callDemoShopAt,
  DEMO_CALLBACK,
  DEMO_CHANNEL_KEY,
} from '#server/channels/demo-channel-key.ts';
import { demoCategories, demoProducts, tenge } from '#server/cli/demo/demo-catalog.ts';
import { demoPromotions } from '#server/cli/demo/demo-promotions.ts';
import { demoReferences } from '#server/cli/demo/demo-references.ts';
import { putProducts } from '#server/catalog/put-products.ts';
import { setStock } from '#server/catalog/set-stock.ts';
import { units } from '#shared/kernel/quantity.ts';
import { OrderReply, QuoteReply } from '#shared/protocol/channel.ts';
import { ShopProductsReply, ShopReply } from '#shared/protocol/shop.ts';
import { bearer, type Client, createClient, expectBody } from './http-client.ts';
import { OPENING, type OpenServer, serverKinds } from './open-server.ts';

const products = demoProducts();
const MILK = 'Milk 3.2% 1 l';
const milk = products.find(({ name }) => name.en === MILK)?.sku ?? '';

/** The demo without its past. */
const furnish = async ({ db, ingest, url }: OpenServer): Promise<void> => {
  const { store } = ingest;
  const now = new Date().toISOString();
  const references = demoReferences(demoCategories(), demoPromotions(products, now), []);
  await store.transaction((tx) => tx.putDocuments('references', references));
  await putProducts({ db, store }, [products]);
  const stock = [{ sku: milk, quantity: units(72) }];
  await setStock(store, 'ALM1', stock, { importId: 'test', at: now });
  await addDemoChannels(db, now);
  await callDemoShopAt(db, url);
};

describe.each(serverKinds)('the demo shop on $name', ({ open }) => {
  let server: OpenServer;
  /** A customer's browser: it has no key. */
  let browser: Client;

  beforeAll(async () => {
    server = await open({ demo: true });
    await furnish(server);
    browser = createClient(server.url);
  }, OPENING);
  afterAll(() => server.close());

  const find = async (query: string) =>
    expectBody(await browser(`shop/products?storeId=ALM1&${query}`), ShopProductsReply);

  const lines = [{ sku: milk, quantity: units(2) }];
  const order = (total: number) => ({
    storeId: 'ALM1',
    currency: 'KZT',
    customer: { name: 'Айгерім', phone: '+7 701 000 00 42' },
    lines,
    total,
    payment: null,
  });

  test('tells its stores and categories', async () => {
    const shop = expectBody(await browser('shop'), ShopReply);
    expect(shop.stores.map(({ storeId }) => storeId)).toEqual(['ALM1', 'ALM2', 'AST1']);
    expect(shop.categories[0]).toMatchObject({ id: 'bakery', icon: 'bakery' });
  });

  test('shows goods with the store’s price, promotion and stock, tiles first', async () => {
    const found = await find('');
    expect(found.isAll).toBe(false);
    expect(found.products[0]?.name.en).toBe('Loaf, white 500 g');
    expect(found.products.find(({ sku }) => sku === milk)).toMatchObject({
      price: tenge(520),
      promotionPrice: tenge(468),
      available: units(72),
    });
  });

  test('finds by a part of a name in any language, and takes it literally', async () => {
    const names = async (text: string) =>
      (await find(`text=${encodeURIComponent(text)}`)).products.map(({ name }) => name.en);
    expect(await names('Күнбағыс майы 1')).toEqual(['Sunflower oil 1 l']);
    expect(await names('МЁД ЛИП')).toEqual(['Honey, linden 500 g']);
    expect(await names('3.2%')).toEqual([MILK, 'Milk 3.2% 500 ml']);
    expect(await names('_______________________')).toEqual([]);
    expect((await find('categoryId=pets')).products.every((p) => p.categoryId === 'pets')).toBe(
      true,
    );
  });

  test('places an order through the channel API without the browser knowing the key', async () => {
    const quote = expectBody(
      await browser('shop/quotes', { body: { storeId: 'ALM1', lines } }),
      QuoteReply,
    );
    expect(quote.totals.total).toBe(tenge(936));
    const headers = { 'idempotency-key': 'basket-1' };
    const body = order(tenge(936));
    const first = expectBody(await browser('shop/orders', { body, headers }), OrderReply);
    const again = expectBody(await browser('shop/orders', { body, headers }), OrderReply);
    expect(again).toEqual(first);
    const channel = createClient(server.url, bearer(DEMO_CHANNEL_KEY));
    const seen = expectBody(await channel(`orders/${first.id}`), OrderReply);
    expect(expectBody(await browser(`shop/orders/${first.id}`), OrderReply)).toEqual(seen);
    expect((await find('')).products.find(({ sku }) => sku === milk)?.available).toBe(units(70));
  });

  test('R16 gives back by itself what it is told to, and listens to its server alone', async () => {
    const total = tenge(936);
    const body = { ...order(total), payment: { amount: total, reference: 'demo' } };
    const headers = { 'idempotency-key': 'basket-3' };
    const { id } = expectBody(await browser('shop/orders', { body, headers }), OrderReply);
    const channel = createClient(server.url, bearer(DEMO_CHANNEL_KEY));
    await channel(`orders/${id}/cancel`, { method: 'POST' });
    const seen = async () => expectBody(await browser(`shop/orders/${id}`), OrderReply);
    await vi.waitFor(
      async () => expect(await seen()).toMatchObject({ paymentState: 'refunded', refundsDue: [] }),
      { timeout: 30_000, interval: 200 },
    );
    const forged = {
      type: 'order_changed',
      orderId: id,
      number: null,
      currency: 'KZT',
      storeId: 'ALM1',
      pickupState: 'prepared',
      readyAt: null,
      expiresAt: new Date().toISOString(),
    };
    const notice = { ...forged, refundsDue: [], at: new Date().toISOString() };
    const path = DEMO_CALLBACK.replace('/api/v1/', '');
    expect((await browser(path, { body: notice })).status).toBe(403);
  });

  test('passes refusals on as they are', async () => {
    const headers = { 'idempotency-key': 'basket-2' };
    expect(await browser('shop/orders', { body: order(1), headers })).toMatchObject({
      status: 409,
      body: { code: 'price_changed', at: '/total' },
    });
    expect(await browser('shop/orders', { body: order(1) })).toMatchObject({
      status: 400,
      body: { code: 'malformed' },
    });
    expect(await browser('shop/orders/unknown')).toMatchObject({ status: 404 });
    expect(await browser('orders/unknown')).toMatchObject({ status: 401 });
  });
});

describe.each(serverKinds)('a server on $name that is no demo', ({ open }) => {
  test(
    'has no shop',
    async () => {
      const server = await open();
      const browser = createClient(server.url);
      expect(await browser('shop')).toMatchObject({ status: 404 });
      expect(await browser('shop/orders', { body: {} })).toMatchObject({ status: 404 });
      await server.close();
    },
    OPENING,
  );
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { units } from '#shared/kernel/quantity.ts';
import { FindOrderReply } from '#shared/protocol/find-order.ts';
import { StockElsewhereReply } from '#shared/protocol/stock-elsewhere.ts';
import { furnish } from './chain.ts';
import { createClient, expectBody } from './http-client.ts';
import { enrolTill, type HttpTill } from './http-till.ts';
import { OPENING, type OpenServer, serverKinds } from './open-server.ts';
import { line, returned, sale } from './shop.ts';

const AT = '2026-01-02T11:00:00.000Z';

describe.each(serverKinds)('a sale of another store on $name', ({ open }) => {
  let server: OpenServer;
  let seller: HttpTill;
  let asking: HttpTill;

  beforeAll(async () => {
    server = await open();
    await furnish(server);
    seller = await enrolTill(server, 'TWO');
    asking = await enrolTill(server, 'ONE');
    const sold = sale([line('TEA', 2)], 'sold-in-two');
    const payment = sold.payload.payments[0];
    if (!payment) throw new Error('no payment');
    await seller.write(
      {
        ...sold,
        payload: {
          ...sold.payload,
          number: 'TWO-01-000007',
          payments: [{ ...payment, tender: 'card', reference: 'RRN 4417' }],
        },
      },
      AT,
    );
    await seller.push();
  }, OPENING);
  afterAll(() => server.close());

  const find = async (text: string) =>
    expectBody(await asking.call('till/find-order', { body: { text } }), FindOrderReply).orders;

  test.each(['TWO-01-000007', 'two-01-000007', 'sold-in-two', '4417'])(
    'is found by %s',
    async (text) => {
      const [found, ...others] = await find(text);
      expect(others).toEqual([]);
      expect(found).toMatchObject({ id: 'sold-in-two', storeId: 'TWO', lines: [{ sku: 'TEA' }] });
    },
  );

  test.each(['TWO-01-000008', '4418', '___', '%%%'])('is not found by %s', async (text) => {
    expect(await find(text)).toEqual([]);
  });

  test('is told with what came back of it since', async () => {
    const [order] = await find('TWO-01-000007');
    if (!order) throw new Error('no order');
    const content = returned(order);
    await seller.write(content, AT);
    await seller.push();
    const [after] = await find('TWO-01-000007');
    expect(after?.returns).toMatchObject([{ number: 'R-1', storeId: 'TWO' }]);
    expect(await find('R-1')).toMatchObject([{ id: 'sold-in-two' }]);
  });

  test('its product is told by what other stores have of it', async () => {
    const elsewhere = async (till: HttpTill, sku: string) =>
      expectBody(await till.call('till/stock-elsewhere', { body: { sku } }), StockElsewhereReply);
    expect((await elsewhere(seller, 'TEA')).stores).toMatchObject([
      { storeId: 'ONE', onHand: units(20), reserved: 0 },
    ]);
    expect((await elsewhere(asking, 'NONE')).stores).toMatchObject([
      { storeId: 'TWO', onHand: 0, reserved: 0 },
    ]);
    expect(
      await createClient(server.url)('till/stock-elsewhere', { body: { sku: 'TEA' } }),
    ).toMatchObject({ status: 401 });
  });

  test('is told to tills alone', async () => {
    const body = { text: 'TWO-01-000007' };
    expect(await createClient(server.url)('till/find-order', { body })).toMatchObject({
      status: 401,
    });
    expect(await asking.call('till/find-order', { body: { text: 'TW' } })).toMatchObject({
      status: 400,
    });
  });
});

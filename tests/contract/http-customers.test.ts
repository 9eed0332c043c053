import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OperationContent } from '#shared/operations/operation.ts';
import { FindCustomersReply } from '#shared/protocol/find-customers.ts';
import { FindOrderReply } from '#shared/protocol/find-order.ts';
import { furnish } from './chain.ts';
import { createClient, expectBody } from './http-client.ts';
import { enrolTill, type HttpTill } from './http-till.ts';
import { OPENING, type OpenServer, serverKinds } from './open-server.ts';
import { line, sale } from './shop.ts';

const AT = '2026-01-02T11:00:00.000Z';
const LATER = '2026-01-02T11:30:00.000Z';

const dana = (
  more: Partial<Record<'name' | 'phone' | 'loyaltyCard', string>>,
): OperationContent => ({
  type: 'customer.saved',
  payload: { customerId: 'dana', name: null, phone: null, loyaltyCard: null, ...more },
});

const soldToDana = (orderId: string): OperationContent => {
  const sold = sale([line('TEA')], orderId);
  return { ...sold, payload: { ...sold.payload, customerId: 'dana' } };
};

describe.each(serverKinds)('customers of the counter on $name', ({ open }) => {
  let server: OpenServer;
  let writing: HttpTill;
  let asking: HttpTill;

  beforeAll(async () => {
    server = await open();
    await furnish(server);
    writing = await enrolTill(server, 'TWO');
    asking = await enrolTill(server, 'ONE');
    // The later word is heard of first: tills of one store need not push in turn.
    const other = await enrolTill(server, 'TWO');
    await other.write(dana({ phone: '+7 701 555 01 02' }), LATER);
    await other.push();
    await writing.write(
      dana({ name: 'Dana O.', phone: '+7 701 555 99 99', loyaltyCard: '70001' }),
      AT,
    );
    await writing.write(soldToDana('sold-to-dana'), AT);
    await writing.push();
    await writing.push();
  }, OPENING);
  afterAll(() => server.close());

  const find = async (text: string) =>
    expectBody(await asking.call('till/find-customers', { body: { text } }), FindCustomersReply)
      .customers;
  const sold = async (text: string) =>
    expectBody(await asking.call('till/find-order', { body: { text } }), FindOrderReply).orders;
  const cameDown = async (till: HttpTill) => JSON.stringify(await till.pull()).includes('Dana O.');

  test.each(['555-01-02', '70001', 'dana o'])(
    'S7 %s finds the customer, as last said, and what was sold to them in another store',
    async (text) => {
      expect(await find(text)).toMatchObject([
        { id: 'dana', name: 'Dana O.', phone: '+7 701 555 01 02', storeIds: ['TWO'] },
      ]);
      expect((await sold(text)).map(({ id }) => id)).toEqual(['sold-to-dana']);
    },
  );

  test.each(['555-99-99', '7000', '%%%', '___'])('%s finds nobody', async (text) => {
    expect(await find(text)).toEqual([]);
    expect(await sold(text)).toEqual([]);
  });

  test('their receipt names them by an id alone, and the tills of other stores know them once they buy there', async () => {
    const [order] = await sold('70001');
    expect(order?.customer).toEqual({ customerId: 'dana', name: '', phone: '' });
    expect([await cameDown(writing), await cameDown(asking)]).toEqual([true, false]);
    await asking.write(soldToDana('sold-here'), LATER);
    await asking.push();
    expect([await cameDown(writing), await cameDown(asking)]).toEqual([true, true]);
    expect((await sold('555-01-02')).map(({ id }) => id).toSorted()).toEqual([
      'sold-here',
      'sold-to-dana',
    ]);
  });

  test('one is told by id as the server knows them now', async () => {
    const told = await asking.call('till/customer', { body: { customerId: 'dana' } });
    expect(told).toMatchObject({ status: 200, body: { id: 'dana', name: 'Dana O.' } });
    const nobody = await asking.call('till/customer', { body: { customerId: 'nobody' } });
    expect(nobody).toMatchObject({ status: 404 });
  });

  test('are found by name, phone and card among more than anybody looks at', async () => {
    const crowd = await enrolTill(server, 'TWO');
    for (let place = 100; place < 310; place += 1) {
      const more = { name: `Crowd ${place}`, phone: `+7 702 000 0${place}` };
      const said = dana({ ...more, loyaltyCard: `c-${place}` });
      await crowd.write(
        { ...said, payload: { ...said.payload, customerId: `crowd-${place}` } } as OperationContent,
        AT,
      );
    }
    const said = dana({
      name: 'Zoë "Crowd+" O.',
      phone: '+7 (702) 000-9-555',
      loyaltyCard: 'Name',
    });
    await crowd.write(
      { ...said, payload: { ...said.payload, customerId: 'zzz' } } as OperationContent,
      AT,
    );
    for (let from = 0; from < crowd.operations.length; from += 50) {
      const batch = crowd.operations.slice(from, from + 50);
      expect((await crowd.push(batch)).status).toBe(200);
    }
    for (const text of ['zoë', '"crowd+"', 'name', '000 9555'])
      expect((await find(text)).map(({ id }) => id)).toEqual(['zzz']);
    expect(await find('.owd')).toEqual([]);
  });

  test('are told to tills alone', async () => {
    const body = { text: '70001' };
    const anybody = await createClient(server.url)('till/find-customers', { body });
    expect(anybody).toMatchObject({ status: 401 });
    const short = await asking.call('till/find-customers', { body: { text: 'da' } });
    expect(short).toMatchObject({ status: 400 });
  });
});

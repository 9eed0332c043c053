import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readDocuments } from '#server/projections/read-documents.ts';
import { OrderReply, QuoteReply } from '#shared/protocol/channel.ts';
import { CHANNEL_KEY, furnish, HEAD_OFFICE, signIn } from './chain.ts';
import { bearer, createClient, expectBody } from './http-client.ts';
import { enrolTill, type HttpTill } from './http-till.ts';
import { OPENING, type OpenServer, serverKinds } from './open-server.ts';
import { AT } from './pushing-till.ts';
import { received } from './shop.ts';

const LATER = '2026-01-02T11:30:00.000Z';

describe.each(serverKinds)('an erased customer with web orders on $name', ({ open }) => {
  let server: OpenServer;
  let till: HttpTill;

  beforeAll(async () => {
    server = await open();
    await furnish(server);
    till = await enrolTill(server, 'TWO');
    await till.write(received('CAKE', 5), AT);
    await till.push();
  }, OPENING);
  afterAll(() => server.close());

  const hasCard = async (customerId: string, loyaltyCard: string, at: string) => {
    const payload = { customerId, name: 'Dana O.', phone: '+7 701 555 01 02', loyaltyCard };
    await till.write({ type: 'customer.saved', payload }, at);
    await till.push();
  };

  const place = async (card: string): Promise<string> => {
    const channel = createClient(server.url, bearer(CHANNEL_KEY));
    const lines = [{ sku: 'CAKE', quantity: 1000 }];
    const quote = await channel('quotes', { body: { storeId: 'TWO', lines } });
    const { currency, totals } = expectBody(quote, QuoteReply);
    const customer = { name: `Secret of ${card}`, phone: '+7 701 000 00 99', customerId: card };
    const order = { currency, lines, total: totals.total, payment: null };
    const body = { ...order, storeId: 'TWO', customer };
    const headers = { 'idempotency-key': card };
    return expectBody(await channel('orders', { body, headers }), OrderReply).id;
  };

  const customerOn = async (orderId: string) =>
    (await readDocuments(server.db, 'orders', [orderId])).get(orderId)?.customer;

  test('is named by none of them, whatever loyalty card they were placed with', async () => {
    await hasCard('dana', '70001', AT);
    await hasCard('berik', '70003', AT);
    const [own, other] = [await place('70001'), await place('70003')];
    expect(await customerOn(own)).toMatchObject({ accountId: 'dana', name: 'Secret of 70001' });
    await hasCard('dana', '70002', LATER);
    const headOffice = await signIn(server, HEAD_OFFICE);
    expect((await headOffice('dashboard/customers/dana/erase', { body: {} })).status).toBe(200);
    expect(await customerOn(own)).toEqual({ customerId: 'dana', name: '', phone: '' });
    expect(JSON.stringify(await till.pull())).not.toContain('Secret of 70001');
    expect(await customerOn(other)).toMatchObject({ accountId: 'berik', name: 'Secret of 70003' });
  });
});

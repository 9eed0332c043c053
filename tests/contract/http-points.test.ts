import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Customer } from '#shared/domain/customer/schema.ts';
import { readDocuments } from '#server/projections/read-documents.ts';
import { OrderReply, QuoteReply } from '#shared/protocol/channel.ts';
import { BalanceReply, PointsReply } from '#shared/protocol/points.ts';
import { CHANNEL_KEY, furnish, HEAD_OFFICE, MANAGER, signIn } from './chain.ts';
import { bearer, createClient, expectBody } from './http-client.ts';
import { enrolTill, type HttpTill } from './http-till.ts';
import { OPENING, type OpenServer, serverKinds } from './open-server.ts';
import { AT } from './pushing-till.ts';
import { line, received, sale } from './shop.ts';

describe.each(serverKinds)('loyalty points asked for on $name', ({ open }) => {
  let server: OpenServer;
  let till: HttpTill;
  let far: HttpTill;

  beforeAll(async () => {
    server = await open();
    await furnish(server);
    till = await enrolTill(server, 'ONE');
    far = await enrolTill(server, 'TWO');
    const said = { name: 'Dana O.', phone: '+7 701 555 01 02', loyaltyCard: '70001' };
    await till.write({ type: 'customer.saved', payload: { customerId: 'dana', ...said } }, AT);
    const { type, payload } = sale([line('TEA', 2)], 'earning');
    const points = { earned: 20, spent: 0, known: null };
    await till.write({ type, payload: { ...payload, customerId: 'dana', points } }, AT);
    await till.push();
    await till.push();
  }, OPENING);
  afterAll(() => server.close());

  test('S7 a till of another store hears of them with the customer', async () => {
    const answer = await far.call('till/customer', { body: { customerId: 'dana' } });
    expect(expectBody(answer, Customer).points?.balance).toBe(20);
  });

  test('head office sees the account and what moved it, and no more of the phone than it takes', async () => {
    const office = await signIn(server, HEAD_OFFICE);
    const { accounts } = expectBody(await office('dashboard/points?text=70001'), PointsReply);
    expect(accounts).toMatchObject([
      {
        customerId: 'dana',
        name: 'Dana O.',
        balance: 20,
        movements: [{ orderId: 'earning', storeId: 'ONE', earned: 20, spent: 0 }],
      },
    ]);
    expect(accounts[0]?.phone).not.toContain('555');
    expect((await far.call('dashboard/points?text=70001')).status).toBe(401);
    // Customers are of the chain, and who manages a store sees that store.
    const manager = await signIn(server, MANAGER);
    expect((await manager('dashboard/points?text=70001')).status).toBe(403);
  });

  test('R12 an order that names the loyalty card is of that account, and one that names no card of the chain of none', async () => {
    await far.write(received('CAKE', 5), AT);
    await far.push();
    const channel = createClient(server.url, bearer(CHANNEL_KEY));
    const lines = [{ sku: 'CAKE', quantity: 1000 }];
    const quote = await channel('quotes', { body: { storeId: 'TWO', lines } });
    const { currency, totals } = expectBody(quote, QuoteReply);
    const place = async (customerId: string) => {
      const customer = { name: 'Dana', phone: '', customerId };
      const order = { currency, lines, total: totals.total, payment: null };
      const headers = { 'idempotency-key': `points-${customerId}` };
      const body = { ...order, storeId: 'TWO', customer };
      return expectBody(await channel('orders', { body, headers }), OrderReply).id;
    };
    const accountOf = async (id: string) => {
      const orders = await readDocuments(server.db, 'orders', [id]);
      return orders.get(id)?.customer?.accountId;
    };
    expect(await accountOf(await place('70001'))).toBe('dana');
    expect(await accountOf(await place('70009'))).toBeUndefined();
    expect(JSON.stringify(await far.pull())).toContain('"loyaltyCard":"70001"');
  });

  test('a channel hears what is on a loyalty card, by its whole number only, and nothing else', async () => {
    const channel = createClient(server.url, bearer(CHANNEL_KEY));
    const answer = await channel('points?loyaltyCard=70001');
    expect(expectBody(answer, BalanceReply)).toEqual({ loyaltyCard: '70001', balance: 20 });
    expect((await channel('points?loyaltyCard=7000')).status).toBe(404);
    expect((await createClient(server.url)('points?loyaltyCard=70001')).status).toBe(401);
  });
});

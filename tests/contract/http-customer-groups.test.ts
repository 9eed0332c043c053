import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { minor } from '#shared/kernel/money.ts';
import { ChangesReply } from '#shared/protocol/administration.ts';
import { QuoteReply } from '#shared/protocol/channel.ts';
import { CustomerGroupsReply, CustomersReply, GroupUses } from '#shared/protocol/customers.ts';
import { CHANNEL_KEY, furnish, HEAD_OFFICE, MANAGER, signIn } from './chain.ts';
import { bearer, type Client, createClient, expectBody } from './http-client.ts';
import { enrolTill, type HttpTill } from './http-till.ts';
import { OPENING, type OpenServer, serverKinds } from './open-server.ts';

const AT = '2026-01-02T11:00:00.000Z';
const LATER = '2026-01-02T11:30:00.000Z';
const GROUP = { id: 'wholesale', name: 'Wholesale' };

const dana = (name: string) => ({
  type: 'customer.saved' as const,
  payload: { customerId: 'dana', name, phone: '+7 701 555 01 02', loyaltyCard: '70001' },
});

describe.each(serverKinds)('groups of customers on $name', ({ open }) => {
  let server: OpenServer;
  let headOffice: Client;
  let channel: Client;
  let till: HttpTill;

  beforeAll(async () => {
    server = await open();
    await furnish(server);
    headOffice = await signIn(server, HEAD_OFFICE);
    channel = createClient(server.url, bearer(CHANNEL_KEY));
    till = await enrolTill(server, 'ONE');
    await till.write(dana('Dana'), AT);
    await till.push();
    await headOffice('dashboard/price-lists', {
      method: 'PUT',
      body: {
        id: 'for-wholesale',
        name: 'Wholesale',
        storeIds: null,
        channels: null,
        groupIds: [GROUP.id],
        startsAt: '2020-01-01T00:00:00.000Z',
        endsAt: null,
        prices: [{ sku: 'CAKE', price: minor(20_000) }],
      },
    });
  }, OPENING);
  afterAll(() => server.close());

  const setGroups = (id: string, groupIds: string[]) =>
    headOffice(`dashboard/customers/${id}`, {
      method: 'PUT',
      body: {
        name: null,
        phone: null,
        loyaltyCard: null,
        email: null,
        language: null,
        groupIds,
      },
    });
  const quoted = async (customerId?: string): Promise<number> => {
    const lines = [{ sku: 'CAKE', quantity: 1000 }];
    const body = { storeId: 'ONE', lines, ...(customerId ? { customerId } : {}) };
    return expectBody(await channel('quotes', { body }), QuoteReply).totals.total;
  };
  const cameDown = async (): Promise<string> => JSON.stringify(await till.pull());

  test('head office makes a group, renames it, and tills hear of it', async () => {
    const body = { ...GROUP, name: 'Trade' };
    await headOffice('dashboard/customer-groups', { method: 'PUT', body });
    const made = await headOffice('dashboard/customer-groups', { method: 'PUT', body: GROUP });
    expect(expectBody(made, CustomerGroupsReply).groups).toEqual([GROUP]);
    expect(await cameDown()).toContain('"name":"Wholesale"');
  });

  test('R9: whoever is in it pays its prices in every channel that names their card, and orders at them', async () => {
    expect(await quoted('70001')).toBe(33_333);
    expect(await setGroups('dana', [GROUP.id])).toMatchObject({
      status: 200,
      body: { groupIds: [GROUP.id] },
    });
    expect([await quoted('70001'), await quoted('70002'), await quoted()]).toEqual([
      20_000, 33_333, 33_333,
    ]);
    const order = {
      storeId: 'ONE',
      currency: 'KZT',
      customer: { name: 'Dana', phone: '', customerId: '70001' },
      lines: [{ sku: 'CAKE', quantity: 1000 }],
      total: 33_333,
      payment: null,
    };
    const headers = { 'idempotency-key': 'dear' };
    expect(await channel('orders', { body: order, headers })).toMatchObject({
      status: 409,
      body: { code: 'price_changed' },
    });
  });

  test('what a till writes down of them later leaves their groups alone, and they come down with both', async () => {
    await till.write(dana('Dana O.'), LATER);
    await till.push();
    const { customers } = expectBody(
      await headOffice('dashboard/customers?text=70001'),
      CustomersReply,
    );
    expect(customers).toMatchObject([{ id: 'dana', name: 'Dana O.', groupIds: [GROUP.id] }]);
    expect(await cameDown()).toMatch(/"groupIds":\["wholesale"\]/);
  });

  test('who is taken out pays what everybody does', async () => {
    await setGroups('dana', []);
    expect(await quoted('70001')).toBe(33_333);
    const { changes } = expectBody(await headOffice('dashboard/changes'), ChangesReply);
    expect(changes.find(({ kind }) => kind === 'customer_changed')?.subject).toBe('dana');
  });

  test('head office puts right what is known of a customer, and what is no phone or address is refused', async () => {
    const body = {
      name: 'Dana K.',
      phone: '+7 701 555 01 02',
      loyaltyCard: null,
      email: 'dana@home.example',
      language: 'kk',
      groupIds: [],
    };
    const put = (more: object) =>
      headOffice('dashboard/customers/dana', { method: 'PUT', body: { ...body, ...more } });
    expect(await put({})).toMatchObject({
      status: 200,
      body: { name: 'Dana K.', loyaltyCard: '70001', email: 'dana@home.example', language: 'kk' },
    });
    for (const wrong of [
      { name: ' ' },
      { phone: 'call me' },
      { loyaltyCard: ' ' },
      { email: 'at home' },
    ])
      expect((await put(wrong)).status).toBe(400);
    expect(await cameDown()).toContain('dana@home.example');
  });

  test('a phone or a card that another customer has is refused, and one’s own is not', async () => {
    const payload = { ...dana('Berik').payload, customerId: 'berik' };
    await till.write(
      {
        type: 'customer.saved',
        payload: { ...payload, phone: '+7 701 555 01 03', loyaltyCard: '70003' },
      },
      LATER,
    );
    await till.push();
    const none = { name: null, phone: null, loyaltyCard: null, email: null, language: null };
    const put = (more: object) =>
      headOffice('dashboard/customers/dana', {
        method: 'PUT',
        body: { ...none, groupIds: null, ...more },
      });
    expect(await put({ phone: '8 (701) 555-01-03' })).toMatchObject({
      status: 409,
      body: { code: 'taken', at: '/phone' },
    });
    expect(await put({ loyaltyCard: ' 70003' })).toMatchObject({
      status: 409,
      body: { code: 'taken', at: '/loyaltyCard' },
    });
    expect((await put({ phone: '8 701 555 01 02', loyaltyCard: '70001' })).status).toBe(200);
    expect((await put({ phone: '+7 701 555 01 02' })).status).toBe(200);
  });

  test('head office erases a customer: nobody finds them, no till has them, and their orders name nobody', async () => {
    const order = {
      storeId: 'ONE',
      currency: 'KZT',
      customer: { name: 'Dana K.', phone: '+7 701 555 01 02', customerId: '70001' },
      lines: [{ sku: 'TEA', quantity: 1000 }],
      total: 9000,
      payment: null,
    };
    const placed = await channel('orders', { body: order, headers: { 'idempotency-key': 'last' } });
    expect(placed.status).toBe(201);
    const manager = await signIn(server, MANAGER);
    expect((await manager('dashboard/customers/dana/erase', { body: {} })).status).toBe(403);
    expect((await headOffice('dashboard/customers/dana/erase', { body: {} })).status).toBe(200);
    expect((await headOffice('dashboard/customers/nobody/erase', { body: {} })).status).toBe(404);
    const found = await headOffice('dashboard/customers?text=70001');
    expect(expectBody(found, CustomersReply).customers).toEqual([]);
    const told = await cameDown();
    expect(told).toContain('"erasedAt"');
    expect(told).not.toMatch(/Dana|555 01 02|70001/);
    expect(await quoted('70001')).toBe(33_333);
    expect((await setGroups('dana', [])).status).toBe(404);
  });

  test('a group is deleted once no price list, promotion or customer uses it, and who does is said', async () => {
    const used = { id: 'club', name: 'Club' };
    const other = { id: 'clu', name: 'Clu' };
    for (const body of [used, other])
      await headOffice('dashboard/customer-groups', { method: 'PUT', body });
    const list = {
      id: 'for-club',
      name: 'Club prices',
      storeIds: null,
      channels: null,
      groupIds: ['club'],
      startsAt: '2020-01-01T00:00:00.000Z',
      endsAt: null,
      prices: [{ sku: 'CAKE', price: minor(20_000) }],
    };
    await headOffice('dashboard/price-lists', { method: 'PUT', body: list });
    expect((await setGroups('berik', ['club'])).status).toBe(200);
    const uses = async (id: string) =>
      expectBody(await headOffice(`dashboard/customer-groups/${id}/uses`), GroupUses);
    const remove = (id: string) =>
      headOffice(`dashboard/customer-groups/${id}/delete`, { body: {} });
    expect(await uses('club')).toEqual({
      priceLists: ['Club prices'],
      promotions: [],
      customers: 1,
    });
    expect(await remove('club')).toMatchObject({ status: 409 });
    expect(await uses('clu')).toEqual({ priceLists: [], promotions: [], customers: 0 });
    expect((await remove('clu')).status).toBe(200);

    await headOffice('dashboard/price-lists/for-club/end', { body: {} });
    expect(await remove('club')).toMatchObject({ status: 409 });
    await setGroups('berik', []);
    const left = expectBody(await remove('club'), CustomerGroupsReply).groups;
    expect(left.map(({ id }) => id)).toEqual([GROUP.id]);
    const { changes } = (await till.pullStream('references')) ?? { changes: [] };
    const heard = changes.filter(({ id }) => id.startsWith('customerGroup:'));
    expect(heard.filter(({ document }) => document !== null).map(({ id }) => id)).toEqual([
      'customerGroup:wholesale',
    ]);
    expect((await remove('club')).status).toBe(404);
    expect((await setGroups('berik', ['club'])).status).toBe(404);
  });

  test('a group or a customer that is none is refused, and so is who does not look after the chain', async () => {
    expect(await setGroups('dana', ['none'])).toMatchObject({ status: 404 });
    expect(await setGroups('nobody', [])).toMatchObject({ status: 404 });
    const manager = await signIn(server, MANAGER);
    expect((await manager('dashboard/customers?text=70001')).status).toBe(403);
    expect((await manager('dashboard/customer-groups')).status).toBe(403);
  });
});

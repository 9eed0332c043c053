import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { minor } from '#shared/kernel/money.ts';
import type { PriceList } from '#shared/domain/pricing/price-list.ts';
import { ChangesReply } from '#shared/protocol/administration.ts';
import { QuoteReply } from '#shared/protocol/channel.ts';
import { PriceDifferencesReply, PriceListsReply } from '#shared/protocol/price-lists.ts';
import { CHANNEL_KEY, furnish, HEAD_OFFICE, MANAGER, signIn } from './chain.ts';
import { bearer, type Client, createClient, expectBody } from './http-client.ts';
import { type OpenServer, serverKinds } from './open-server.ts';

const LIST: PriceList = {
  id: 'new-year',
  name: 'New year',
  storeIds: ['ONE'],
  channels: null,
  groupIds: null,
  startsAt: '2020-01-01T00:00:00.000Z',
  endsAt: null,
  prices: [{ sku: 'CAKE', price: minor(11_111) }],
};

describe.each(serverKinds)('price lists of head office on $name', ({ open }) => {
  let server: OpenServer;
  let headOffice: Client;
  let channel: Client;

  const save = (value: object) =>
    headOffice('dashboard/price-lists', { method: 'PUT', body: value });
  const quoted = async (storeId: string): Promise<number> => {
    const body = { storeId, lines: [{ sku: 'CAKE', quantity: 1000 }] };
    return expectBody(await channel('quotes', { body }), QuoteReply).totals.total;
  };

  beforeAll(async () => {
    server = await open();
    await furnish(server);
    headOffice = await signIn(server, HEAD_OFFICE);
    channel = createClient(server.url, bearer(CHANNEL_KEY));
  }, 60_000);
  afterAll(() => server.close());

  test('R9: a quote is of the list that holds in its store, and only while it does', async () => {
    const own = [await quoted('ONE'), await quoted('TWO')];
    await save({ ...LIST, startsAt: '2099-01-01T00:00:00.000Z' });
    expect([await quoted('ONE'), await quoted('TWO')]).toEqual(own);
    const { lists } = expectBody(await save(LIST), PriceListsReply);
    expect(lists).toEqual([LIST]);
    expect([await quoted('ONE'), await quoted('TWO')]).toEqual([11_111, own[1]]);
    expect((await headOffice('dashboard/price-lists/new-year/end', { body: {} })).status).toBe(200);
    expect([await quoted('ONE'), await quoted('TWO')]).toEqual(own);
    expect((await headOffice('dashboard/price-lists/none/end', { body: {} })).status).toBe(404);
    const { changes } = expectBody(await headOffice('dashboard/changes'), ChangesReply);
    expect(changes.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['price_list_saved', 'price_list_ended']),
    );
  });

  test('R9: head office lists what a price list makes different between channels, and nothing that is over', async () => {
    const told = async (page = '') =>
      expectBody(await headOffice(`dashboard/price-differences${page}`), PriceDifferencesReply);
    await save({ ...LIST, id: 'all', startsAt: '2021-01-01T00:00:00.000Z' });
    expect(await told()).toEqual({ differences: [], next: null });
    const startsAt = '2099-01-01T00:00:00.000Z';
    await save({ ...LIST, id: 'web', name: 'Web', channels: ['web'], startsAt, storeIds: null });
    const { differences, next } = await told();
    expect(next).toBeNull();
    expect(differences).toMatchObject([
      {
        sku: 'CAKE',
        list: { id: 'web', name: 'Web' },
        at: startsAt,
        storeIds: ['TWO'],
        prices: [{ price: 11_111, channels: ['web'] }, { price: 33_333 }],
      },
    ]);
    expect(await told('?page=100')).toEqual({ differences: [], next: null });
    expect((await headOffice('dashboard/price-differences?page=x')).status).toBe(400);
    await headOffice('dashboard/price-lists/web/end', { body: {} });
    await headOffice('dashboard/price-lists/all/end', { body: {} });
    expect((await told()).differences).toEqual([]);
  });

  test('one that contradicts itself or is of nothing known is refused with the place', async () => {
    expect(await save({ ...LIST, endsAt: LIST.startsAt })).toMatchObject({
      status: 422,
      body: { code: 'contradicts_itself', at: '/endsAt' },
    });
    const prices = [...LIST.prices, { sku: 'CAKE', price: 1 }];
    expect(await save({ ...LIST, prices })).toMatchObject({
      status: 422,
      body: { code: 'contradicts_itself', at: '/prices/0/sku' },
    });
    expect(await save({ ...LIST, prices: [{ sku: 'NONE', price: 1 }] })).toMatchObject({
      status: 422,
      body: { code: 'unknown_sku', at: '/prices/0/sku' },
    });
    expect(await save({ ...LIST, storeIds: ['NOWHERE'] })).toMatchObject({
      status: 422,
      body: { code: 'unknown_store', at: '/storeIds/0' },
    });
  });

  test('only who looks after the chain sees and makes them', async () => {
    const manager = await signIn(server, MANAGER);
    expect((await manager('dashboard/price-lists')).status).toBe(403);
    expect((await manager('dashboard/price-differences')).status).toBe(403);
    expect((await channel('dashboard/price-differences')).status).toBe(401);
  });
});

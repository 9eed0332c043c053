import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { goods, promotion } from '#shared/domain/baskets.fixture.ts';
import { minor } from '#shared/kernel/money.ts';
import { ChangesReply } from '#shared/protocol/administration.ts';
import { QuoteReply } from '#shared/protocol/channel.ts';
import { PreviewReply, PromotionsReply } from '#shared/protocol/promotions.ts';
import { CHANNEL_KEY, furnish, HEAD_OFFICE, MANAGER, PROMOTION, signIn } from './chain.ts';
import { bearer, type Client, createClient, expectBody } from './http-client.ts';
import { type OpenServer, serverKinds } from './open-server.ts';

const THREE = promotion({
  id: 'three',
  name: { en: 'Three for two' },
  offer: {
    type: 'buy_get',
    goods: goods({ skus: ['CAKE'] }),
    buy: 2,
    get: 1,
    rate: 10_000,
  },
  storeIds: ['ONE'],
  endsAt: '2099-01-01T00:00:00.000Z',
});
const CAKES = [{ sku: 'CAKE', quantity: 3000 }];

describe.each(serverKinds)('promotions of head office on $name', ({ open }) => {
  let server: OpenServer;
  let headOffice: Client;
  let channel: Client;

  const save = (value: object) =>
    headOffice('dashboard/promotions', { method: 'PUT', body: value });
  const totalIn = async (storeId: string): Promise<number> =>
    expectBody(await channel('quotes', { body: { storeId, lines: CAKES } }), QuoteReply).totals
      .total;

  beforeAll(async () => {
    server = await open();
    await furnish(server);
    headOffice = await signIn(server, HEAD_OFFICE);
    channel = createClient(server.url, bearer(CHANNEL_KEY));
  }, 60_000);
  afterAll(() => server.close());

  test('R9: a preview prices as a quote will, before and after it is saved', async () => {
    expect(await totalIn('ONE')).toBe(99_999);
    const body = { storeId: 'ONE', lines: CAKES, draft: THREE };
    const preview = await headOffice('dashboard/promotions/preview', { body });
    expect(expectBody(preview, PreviewReply)).toMatchObject({
      totals: { total: 66_666 },
      lines: [{ discounts: [{ promotionId: 'three', name: THREE.name, amount: 33_333 }] }],
    });
    const { promotions } = expectBody(await save(THREE), PromotionsReply);
    expect(promotions).toEqual(expect.arrayContaining([PROMOTION, THREE]));
    expect([await totalIn('ONE'), await totalIn('TWO')]).toEqual([66_666, 99_999]);
  });

  test('R9: a code is quoted as the till takes it; one that is unknown or that each customer has once is refused', async () => {
    const offer = { type: 'percent', goods: goods({ skus: ['CAKE'] }), rate: 5000 };
    const coded = { ...THREE, offer, priority: 9, storeIds: null };
    await save({ ...coded, id: 'half', code: 'HALF' });
    await save({ ...coded, id: 'hello', code: 'HELLO', oncePerCustomer: true });
    const ask = (...codes: readonly string[]) =>
      channel('quotes', { body: { storeId: 'TWO', lines: CAKES, codes } });
    expect(expectBody(await ask('HALF'), QuoteReply).totals.total).toBe(49_998);
    expect(await totalIn('TWO')).toBe(99_999);
    for (const code of ['NONE', 'HELLO'])
      expect(await ask('HALF', code)).toMatchObject({
        status: 422,
        body: { code: 'promo_code_refused', at: '/codes/1' },
      });
  });

  test('one that contradicts itself is refused with the place, and one of an unknown store', async () => {
    expect(await save({ ...THREE, endsAt: THREE.startsAt })).toMatchObject({
      status: 422,
      body: { code: 'contradicts_itself', at: '/endsAt' },
    });
    expect(await save({ ...THREE, storeIds: ['NOWHERE'] })).toMatchObject({
      status: 422,
      body: { code: 'unknown_store', at: '/storeIds/0' },
    });
    const noMoney = { type: 'amount', goods: goods({ all: true }), amount: minor(0) };
    expect(await save({ ...THREE, offer: noMoney })).toMatchObject({
      body: { code: 'contradicts_itself', at: '/offer/amount' },
    });
  });

  test('a code belongs to one promotion', async () => {
    await save({ ...THREE, id: 'first', code: 'WELCOME' });
    expect(await save({ ...THREE, id: 'second', code: 'WELCOME' })).toMatchObject({
      status: 409,
      body: { code: 'taken', at: '/code' },
    });
  });

  test('R10: an ended one is kept, and takes nothing off any more', async () => {
    const ended = await headOffice('dashboard/promotions/three/end', { body: {} });
    const { promotions } = expectBody(ended, PromotionsReply);
    const three = promotions.find(({ id }) => id === 'three');
    expect(three && three.endsAt < THREE.endsAt).toBe(true);
    expect(await totalIn('ONE')).toBe(99_999);
    expect(await headOffice('dashboard/promotions/none/end', { body: {} })).toMatchObject({
      status: 404,
    });
    const { changes } = expectBody(await headOffice('dashboard/changes'), ChangesReply);
    expect(changes.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['promotion_saved', 'promotion_ended']),
    );
  });

  test('only who looks after the chain sees and makes them', async () => {
    const manager = await signIn(server, MANAGER);
    expect((await manager('dashboard/promotions')).status).toBe(403);
  });
});

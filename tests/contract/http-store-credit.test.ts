import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Refund } from '#shared/domain/payment/schema.ts';
import { giftCardLine } from '#shared/domain/pricing/gift-card.ts';
import { minor } from '#shared/kernel/money.ts';
import { applyToOrder } from '#shared/operations/effects.ts';
import { referenceId } from '#shared/protocol/documents.ts';
import { streamName } from '#shared/protocol/pull.ts';
import { Overview } from '#shared/protocol/dashboard.ts';
import { CreditHistory, CreditReply } from '#shared/protocol/stored-value.ts';
import { furnish, MANAGER, signIn } from './chain.ts';
import { createClient, expectBody } from './http-client.ts';
import { enrolTill, type HttpTill } from './http-till.ts';
import { OPENING, type OpenServer, serverKinds } from './open-server.ts';
import { AT } from './pushing-till.ts';
import { line, returned, sale, settings } from './shop.ts';

describe.each(serverKinds)('store credit on $name', ({ open }) => {
  let server: OpenServer;
  let till: HttpTill;
  let far: HttpTill;

  beforeAll(async () => {
    server = await open();
    await furnish(server);
    till = await enrolTill(server, 'ONE');
    far = await enrolTill(server, 'TWO');
  }, OPENING);
  afterAll(() => server.close());

  test('R14 what a return gave as credit is known at every till and in head office', async () => {
    const order = applyToOrder(null, await till.write(sale([line('TEA', 2)]), AT));
    if (!order) throw new Error('an order was expected');
    const back = returned(order, 2);
    const refunds = back.payload.refunds.map((refund): Refund => ({
      ...refund,
      tender: 'store_credit',
      reference: 'CREDIT-7F3K',
    }));
    const given = await till.write({ ...back, payload: { ...back.payload, refunds } }, AT);
    await till.push();
    await till.push();
    const body = { code: 'CREDIT-7F3K' };
    expect(expectBody(await far.call('till/store-credit', { body }), CreditReply)).toEqual({
      ...body,
      currency: 'KZT',
      balance: 20_000,
    });
    const manager = await signIn(server, MANAGER);
    const known = await manager('dashboard/store-credit?code=CREDIT-7F3K');
    expect(expectBody(known, CreditHistory).credits).toMatchObject([
      {
        balance: 20_000,
        movements: [{ operationId: given.id, orderId: order.id, storeId: 'ONE', amount: 20_000 }],
      },
    ]);
    const unknown = await far.call('till/store-credit', { body: { code: 'CREDIT-0000' } });
    expect(unknown.status).toBe(404);
    const nobody = await createClient(server.url)('till/store-credit', { body });
    expect(nobody.status).toBe(401);
  });

  test('R13 what is on a gift card in two currencies is told to each till in its own, and to head office in both', async () => {
    const abroad = settings('ABROAD');
    const row = {
      id: referenceId('settings', abroad.storeId),
      document: { type: 'settings', value: { ...abroad, currency: 'EUR' } },
      streams: [streamName('references', abroad.storeId)],
    } as const;
    await server.ingest.store.transaction((tx) => tx.putDocuments('references', [row]));
    const euro = await enrolTill(server, abroad.storeId);
    const body = { code: 'GIFT-2' };
    const told = async (asking: HttpTill) =>
      expectBody(await asking.call('till/store-credit', { body }), CreditReply);
    await till.write(sale([giftCardLine('card', body.code, minor(500_000))]), AT);
    await till.push();
    expect(await told(euro)).toEqual({ ...body, currency: 'KZT', balance: 500_000 });
    const loaded = sale([giftCardLine('card', body.code, minor(2000))]);
    const payload = { ...loaded.payload, currency: 'EUR' } as const;
    await euro.write({ ...loaded, payload }, AT);
    await euro.push();
    expect(await told(till)).toEqual({ ...body, currency: 'KZT', balance: 500_000 });
    expect(await told(euro)).toEqual({ ...body, currency: 'EUR', balance: 2000 });
    const manager = await signIn(server, MANAGER);
    const known = await manager('dashboard/store-credit?code=GIFT-2');
    expect(expectBody(known, CreditHistory)).toMatchObject({
      code: 'GIFT-2',
      credits: [
        { currency: 'EUR', balance: 2000, movements: [{ storeId: 'ABROAD', amount: 2000 }] },
        { currency: 'KZT', balance: 500_000, movements: [{ storeId: 'ONE', amount: 500_000 }] },
      ],
    });
  });

  test('R13 a gift card that was sold is known at every till once its sale is, and to head office as what is owed', async () => {
    const DAY = '2026-02-03';
    const body = { code: 'GIFT-7F3K' };
    const manager = await signIn(server, MANAGER);
    const overview = async () =>
      expectBody(await manager(`dashboard/overview?day=${DAY}&storeId=ONE`), Overview);
    const card = giftCardLine('card', body.code, minor(500_000));
    await till.write(sale([line('TEA'), card], 'with-card'), `${DAY}T06:00:00.000Z`);
    expect((await far.call('till/store-credit', { body })).status).toBe(404);
    await till.push();
    const told = expectBody(await far.call('till/store-credit', { body }), CreditReply);
    expect(told).toEqual({ ...body, currency: 'KZT', balance: 500_000 });
    const { figures, giftCardsSold, topProducts } = await overview();
    expect(figures).toMatchObject({ sales: 10_000, netSales: 10_000, receipts: 1 });
    expect(giftCardsSold).toBe(500_000);
    expect(topProducts.map(({ sku }) => sku)).toEqual(['TEA']);
  });
});

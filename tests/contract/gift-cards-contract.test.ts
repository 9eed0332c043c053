import { beforeEach, describe, expect, test } from 'vitest';
import { giftCardLine } from '#shared/domain/pricing/gift-card.ts';
import type { Payment } from '#shared/domain/payment/schema.ts';
import { minor } from '#shared/kernel/money.ts';
import type { Shop } from './ingest-bench.ts';
import { openShops } from './open-shops.ts';
import { storeKinds } from './open-stores.ts';
import { createPushingTill, type PushingTill } from './pushing-till.ts';
import { line, received, sale } from './shop.ts';

const CARD = giftCardLine('card', 'GIFT-1', minor(5000));

describe.each(storeKinds)('gift cards sold on $name', ({ open }) => {
  const shops = openShops(open, 'C');
  let shop: Shop;
  let till: PushingTill;

  beforeEach(async () => {
    shop = await shops.next();
    till = await createPushingTill(shop.environment, shop.storeId);
    await till.push([await till.write(received('TEA', 10))]);
  });

  test('R13: each is a line of the ledger of stored value, once, and none of the ledger of sales or of stock', async () => {
    const sold = await till.write(sale([line('TEA'), CARD], 'mixed'));
    await till.push([sold]);
    await till.push([sold]);
    const { storedValue, saleLines, money, movements } = await shop.ledgers();
    expect(storedValue).toMatchObject([
      { operationId: sold.id, lineId: 'card-card', code: 'GIFT-1', orderId: 'mixed', amount: 5000 },
    ]);
    expect(saleLines.map(({ sku, total }) => [sku, total])).toEqual([['TEA', 10_000]]);
    expect(movements.filter(({ kind }) => kind === 'sale').map(({ sku }) => sku)).toEqual(['TEA']);
    expect(money.map(({ amount }) => amount)).toEqual([15_000]);
    expect(await shop.openExceptions()).toEqual([]);
  });

  test('R13 S5: one that was spent before its sale was heard of is told until it is', async () => {
    const far = await createPushingTill(shop.environment, shop.storeId, 2);
    const paid = sale([line('TEA')], 'spent');
    const payments = paid.payload.payments.map((payment): Payment => ({
      ...payment,
      tender: 'gift_card',
      amount: minor(10_000),
      tendered: minor(10_000),
      reference: 'GIFT-1',
    }));
    await far.push([await far.write({ ...paid, payload: { ...paid.payload, payments } })]);
    expect(await shop.openExceptions()).toEqual(['stored_value_overdrawn']);
    const card = giftCardLine('card', 'GIFT-1', minor(10_000));
    await till.push([await till.write(sale([card], 'loaded'))]);
    expect(await shop.openExceptions()).toEqual([]);
  });
});

import { beforeEach, describe, expect, test } from 'vitest';
import { savePolicy } from '#server/chain/save-policy.ts';
import { endPromotion, savePromotion } from '#server/chain/save-promotion.ts';
import { promotion } from '#shared/domain/baskets.fixture.ts';
import type { Product } from '#shared/domain/catalog/schema.ts';
import type { Promotion } from '#shared/domain/pricing/promotion.ts';
import type { Discount } from '#shared/domain/pricing/schema.ts';
import { DEFAULT_POLICY } from '#shared/domain/settings/default-policy.ts';
import { minor } from '#shared/kernel/money.ts';
import type { OperationContent } from '#shared/operations/operation.ts';
import { PRODUCTS } from './chain.ts';
import type { Shop } from './ingest-bench.ts';
import { openShops } from './open-shops.ts';
import { storeKinds } from './open-stores.ts';
import { createPushingTill, type PushingTill } from './pushing-till.ts';
import { line, received, sale } from './shop.ts';

const RULE = { perHundred: 0, worth: 100, smallestSpend: 1, asTender: false, offlineLimit: null };

describe.each(storeKinds)('R11: what is taken off on $name', ({ open }) => {
  const shops = openShops(open, 'D');
  let count = 0;
  let sku: string;
  let shop: Shop;
  let till: PushingTill;

  beforeEach(async () => {
    count += 1;
    sku = `TEA-${count}`;
    shop = await shops.next();
    till = await createPushingTill(shop.environment, shop.storeId);
    await till.write(received(sku, 10));
  });

  const offering = (change: Partial<Promotion> = {}): Promotion =>
    promotion({
      id: `off-${sku}`,
      offer: {
        type: 'percent',
        goods: {
          all: true,
          skus: [],
          categoryIds: [],
          exceptSkus: [],
          exceptCategoryIds: [],
        },
        rate: 5000,
      },
      startsAt: '2000-01-01T00:00:00.000Z',
      endsAt: '2099-01-01T00:00:00.000Z',
      ...change,
    });
  const save = (value: Promotion): Promise<void> => savePromotion(shop.environment.store, value);
  const inCategory = (version: number, categoryId: string): Promise<void> => {
    const product = { ...PRODUCTS[0], sku, categoryId, price: minor(10_000) } as Product;
    return shops.opened().store.transaction((tx) => tx.putPrices([product], version));
  };

  /** A piece of 100.00 is sold for less, and the line says that this took it off. */
  const lessBy = (amount: number, discount: Partial<Discount> = {}): OperationContent => {
    const manual = { type: 'amount', amount: minor(amount) } as const;
    const { type, payload } = sale([{ ...line(sku), discount: manual }]);
    const lines = payload.lines.map((one) => ({
      ...one,
      discounts: one.discounts.map((found) => ({
        ...found,
        kind: 'promotion' as const,
        promotionId: `off-${sku}`,
        ...discount,
      })),
    }));
    return { type, payload: { ...payload, lines } };
  };
  const told = async (content: OperationContent): Promise<readonly string[]> => {
    await till.write(content);
    await till.push(till.operations);
    const exceptions = await shop.pull('exceptions');
    return exceptions
      .filter(({ kind }) => kind === 'price_mismatch')
      .flatMap(({ evidence }) => evidence);
  };
  const doubted = (): string[] => [`${till.operations[1]?.id}/lines/0/discounts/0`];

  test('by a promotion that the chain never had is a mismatch', async () => {
    expect(await told(lessBy(9900))).toEqual(doubted());
  });

  test('by a promotion that it has is none, to what that can take off', async () => {
    await save(offering());
    expect(await told(lessBy(5000))).toEqual([]);
  });

  test('and beyond that it is', async () => {
    await save(offering());
    expect(await told(lessBy(5001))).toEqual(doubted());
  });

  test('by a promotion of another store is a mismatch', async () => {
    await save(offering({ storeIds: ['ELSEWHERE'] }));
    expect(await told(lessBy(5000))).toEqual(doubted());
  });

  test('by one that head office changed is none: the till may not have heard of it', async () => {
    await save(offering());
    await save(offering({ storeIds: ['ELSEWHERE'] }));
    await save(offering({ offer: { ...offering().offer, rate: 1000 } as Promotion['offer'] }));
    expect(await told(lessBy(5000))).toEqual([]);
  });

  test('by one that head office ended is none for the same reason', async () => {
    await save(offering());
    await endPromotion(shop.environment.store, `off-${sku}`, '2001-01-01T00:00:00.000Z');
    expect(await told(lessBy(5000))).toEqual([]);
  });

  test('by one that was over long ago is a mismatch', async () => {
    await save(offering({ endsAt: '2001-01-01T00:00:00.000Z' }));
    expect(await told(lessBy(5000))).toEqual(doubted());
  });

  test('by one of a category is none where the product ever was in it', async () => {
    const goods = { all: false, skus: [], categoryIds: ['drinks'] };
    const none = { exceptSkus: [], exceptCategoryIds: [] };
    await save(offering({ offer: { type: 'percent', goods: { ...goods, ...none }, rate: 5000 } }));
    await inCategory(1, 'drinks');
    await inCategory(2, 'food');
    expect(await told(lessBy(5000))).toEqual([]);
  });

  test('by one of a category is a mismatch where it never was', async () => {
    const goods = { all: false, skus: [], categoryIds: ['drinks'] };
    const none = { exceptSkus: [], exceptCategoryIds: [] };
    await save(offering({ offer: { type: 'percent', goods: { ...goods, ...none }, rate: 5000 } }));
    await inCategory(1, 'food');
    expect(await told(lessBy(5000))).toEqual(doubted());
  });

  const byPoints = (amount: number, spent: number | null): OperationContent => {
    const content = lessBy(amount, { kind: 'points', promotionId: null });
    if (content.type !== 'sale.completed' || spent === null) return content;
    const points = { earned: 0, spent, known: null };
    return {
      ...content,
      payload: { ...content.payload, customerId: `dana-${sku}`, points },
    };
  };
  const worth = (points: number | null): Promise<void> => {
    const policy =
      points === null ? null : { ...DEFAULT_POLICY, points: { ...RULE, worth: points } };
    return savePolicy(shop.environment.store, shop.storeId, policy);
  };

  test('R13: by points that nobody spent is a mismatch', async () => {
    expect(await told(byPoints(9900, null))).toEqual(doubted());
  });

  test('R13: by points is none, to what they are worth', async () => {
    await worth(100);
    expect(await told(byPoints(9900, 99))).toEqual([]);
  });

  test('R13: and beyond that it is', async () => {
    await worth(100);
    expect(await told(byPoints(9900, 98))).toEqual(doubted());
  });

  test('R13: by points at what they were worth before is none: the till may not have heard of it', async () => {
    await worth(100);
    await worth(null);
    await worth(10);
    expect(await told(byPoints(9900, 99))).toEqual([]);
  });

  test('is checked in each sale of a batch', async () => {
    await save(offering());
    await till.write(lessBy(5000));
    await till.write(lessBy(5001));
    const id = till.operations[2]?.id;
    expect(await told(lessBy(5001, { promotionId: 'none' }))).toEqual([
      `${id}/lines/0/discounts/0`,
      `${till.operations[3]?.id}/lines/0/discounts/0`,
    ]);
  });

  test('a reference is kept as it was, once, however often it is replaced by the same', async () => {
    const { store } = shop.environment;
    const id = `promotion:off-${sku}`;
    await save(offering());
    await save(offering());
    await save(offering({ priority: 1 }));
    await save(offering());
    await save(offering({ priority: 2 }));
    const kept = await store.transaction((tx) => tx.replaced([id, 'none']));
    const values = [offering(), offering({ priority: 1 })];
    expect([...kept]).toEqual([[id, values.map((value) => ({ type: 'promotion', value }))]]);
  });
});

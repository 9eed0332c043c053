import { beforeEach, describe, expect, test } from 'vitest';
import type { Product } from '#shared/domain/catalog/schema.ts';
import { minor } from '#shared/kernel/money.ts';
import type { Shop } from './ingest-bench.ts';
import { PRODUCTS } from './chain.ts';
import { openShops } from './open-shops.ts';
import { storeKinds } from './open-stores.ts';
import { createPushingTill, type PushingTill } from './pushing-till.ts';
import { line, received, sale } from './shop.ts';

describe.each(storeKinds)('R11: prices on $name', ({ open }) => {
  const shops = openShops(open, 'H');
  let count = 0;
  let sku: string;
  let shop: Shop;
  let till: PushingTill;

  const put = (version: number, price: number, storePrices: Product['storePrices'] = {}) => {
    const product = { ...PRODUCTS[0], sku, price: minor(price), storePrices } as Product;
    return shops.opened().store.transaction((tx) => tx.putPrices([product], version));
  };

  beforeEach(async () => {
    count += 1;
    sku = `TEA-${count}`;
    shop = await shops.next();
    till = await createPushingTill(shop.environment, shop.storeId);
    await till.write(received(sku, 10));
  });

  /** Sells one piece for 100.00 under this version of the price list. */
  const sell = async (catalogVersion: number): Promise<readonly string[]> => {
    const sold = sale([line(sku)]);
    await till.write({ ...sold, payload: { ...sold.payload, catalogVersion } });
    await till.push(till.operations);
    return shop.openExceptions();
  };

  test('are those of the version the till held: an old one is staleness, no exception', async () => {
    await put(1, 10_000);
    await put(4, 12_000);
    expect(await sell(1)).toEqual([]);
    expect(await sell(3)).toEqual([]);
    // The basket was opened before the price rose (rule R10).
    expect(await sell(4)).toEqual([]);
  });

  test('of the store, where it has its own', async () => {
    await put(1, 5_000, { [shop.storeId]: minor(10_000) });
    expect(await sell(1)).toEqual([]);
  });

  test('that no till of that version could ask are a mismatch, once for the sale', async () => {
    await put(1, 9_000);
    await put(5, 10_000);
    expect(await sell(2)).toEqual(['price_mismatch']);
    const [mismatch] = await shop.pull('exceptions');
    expect(mismatch).toMatchObject({
      kind: 'price_mismatch',
      evidence: [`${till.operations[1]?.id}/lines/0/unitPrice`],
    });
    expect(await shop.level(sku)).toEqual({ onHand: 9, reserved: 0 });
  });

  test('of what was in no version yet are not judged', async () => {
    await put(3, 9_000);
    expect(await sell(1)).toEqual([]);
  });

  test('of a version written again are those written last', async () => {
    await put(1, 9_000);
    await put(1, 10_000);
    const prices = await shops
      .opened()
      .store.transaction((tx) => tx.prices(shop.storeId, [sku, 'NONE']));
    expect([...prices]).toEqual([[sku, [{ version: 1, price: 10_000 }]]]);
  });

  test('that a list asked in that store are no mismatch, in whatever version', async () => {
    await put(1, 9_000);
    await put(5, 9_500);
    const list = (storeId: string | null) =>
      shops
        .opened()
        .store.transaction((tx) => tx.putListedPrices(storeId, [{ sku, price: minor(10_000) }]));
    await list('ELSEWHERE');
    expect(await sell(5)).toEqual(['price_mismatch']);
    await list(shop.storeId);
    await list(shop.storeId);
    const prices = await shops.opened().store.transaction((tx) => tx.prices(shop.storeId, [sku]));
    expect(prices.get(sku)).toEqual([
      { version: 0, price: 10_000 },
      { version: 1, price: 9_000 },
      { version: 5, price: 9_500 },
    ]);
    expect(await sell(5)).toEqual(['price_mismatch']);
    const [mismatch, ...others] = await shop.pull('exceptions');
    expect(others).toEqual([]);
    expect(mismatch).toMatchObject({ evidence: [`${till.operations[1]?.id}/lines/0/unitPrice`] });
  });
});

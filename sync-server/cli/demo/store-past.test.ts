import { describe, expect, test } from 'vitest';
import { savePromotion } from '#server/chain/save-promotion.ts';
import { createMemoryStore } from '#server/store/memory-store.ts';
import { nodeCrypto } from '#server/node-crypto.ts';
import { stockLevelId } from '#shared/domain/stock/schema.ts';
import { GENESIS_HASH } from '#shared/operations/envelope.ts';
import { demoCategories, demoProducts } from './demo-catalog.ts';
import { demoCustomers } from './demo-customers.ts';
import { demoPromotionBook, demoPromotions } from './demo-promotions.ts';
import { demoStock } from './demo-stock.ts';
import { DEMO_STORES, demoSettings } from './demo-stores.ts';
import { createPastKey, pushPast, sealPast } from './push-past.ts';
import { createRandom } from './random.ts';
import { storePast } from './store-past.ts';
import { TILES } from './tiles.ts';

const NOW = '2026-11-22T09:00:00.000Z';

const products = demoProducts();
const [store] = DEMO_STORES;
if (!store) throw new Error('the demo has no store');
const shop = {
  settings: demoSettings(store),
  catalogVersion: 1,
  products,
  promotions: demoPromotionBook(demoPromotions(products, NOW), store.storeId),
  customers: demoCustomers(),
};
const { storeId, tillId } = store;
const journalId = `${tillId}_1`;

const tell = (seed: number) =>
  storePast(store, journalId, shop, demoCategories(), [], NOW, createRandom(seed));

describe('the past of a demo store', () => {
  test('is the same for the same seed and another for another', () => {
    expect(tell(1)).toEqual(tell(1));
    expect(tell(1)).not.toEqual(tell(2));
  });

  test('reaches up to now, in order, and no further', () => {
    const times = tell(1).map(({ at }) => at);
    expect(times).toEqual(times.toSorted());
    expect(times.filter((at) => at.slice(0, 10) === NOW.slice(0, 10)).length).toBeGreaterThan(10);
    expect(times.at(-1)?.localeCompare(NOW)).toBeLessThanOrEqual(0);
  });

  test('is taken in whole, contradicts nothing and leaves what the tiles show', async () => {
    const memory = createMemoryStore({ epoch: 'first' });
    const environment = { store: memory, crypto: nodeCrypto, now: () => NOW, createId: () => 'id' };
    await memory.transaction((tx) =>
      tx.putJournal({
        journalId,
        tillId,
        storeId,
        linkHash: GENESIS_HASH,
        headSeq: 0,
        headHash: GENESIS_HASH,
      }),
    );
    for (const promotion of demoPromotions(products, NOW)) await savePromotion(memory, promotion);
    const acts = tell(1);
    const journal = { journalId, tillId, storeId };
    await pushPast(environment, await sealPast(environment, journal, acts, createPastKey()));
    const { operations, documents } = memory.contents();
    const rows = [...(operations.get(journalId)?.values() ?? [])];
    expect(rows.length).toBe(acts.length);
    expect(rows.filter(({ status }) => status !== 'applied')).toEqual([]);
    expect(documents.get('exceptions')).toBeUndefined();
    const levels = await memory.transaction((tx) =>
      tx.documents(
        'stock',
        products.map(({ sku }) => stockLevelId(storeId, sku)),
      ),
    );
    const left = (name: string): number => {
      const sku = products.find((product) => product.name.en === name)?.sku ?? '';
      return (levels.get(stockLevelId(storeId, sku))?.onHand ?? 0) / 1000;
    };
    expect(TILES.map(([name]) => [name, left(name)])).toEqual(TILES);
  });
});

test('some products are sold out and some nearly so, in every store', () => {
  for (const { storeId: id } of DEMO_STORES) {
    const counts = [...demoStock(id, products, createRandom(3)).values()];
    expect(counts.filter((count) => count === 0).length).toBeGreaterThan(5);
    expect(counts.filter((count) => count === 3000).length).toBeGreaterThan(5);
    expect(counts.filter((count) => count > 6000).length).toBeGreaterThan(500);
  }
});

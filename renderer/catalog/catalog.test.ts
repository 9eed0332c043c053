import './memory-indexeddb.fixture.ts';
import { randomUUID } from 'node:crypto';
import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Product } from '#shared/domain/catalog/schema.ts';
import { product } from '../store/till.fixture.ts';
import { type Catalog, openCatalog } from './catalog.ts';

let name: string;
let catalog: Catalog;

beforeEach(() => {
  name = `catalog-${randomUUID()}`;
  catalog = openCatalog(name);
});

afterEach(() => catalog.close());

const pull = (products: readonly Product[], gone: readonly string[] = [], checkpoint = 1) =>
  catalog.applyPage(
    {
      stream: 'products',
      checkpoint,
      complete: true,
      changes: [
        ...products.map((document) => ({ id: document.sku, document })),
        ...gone.map((id) => ({ id, document: null })),
      ],
    },
    { checkpoint, appliedThrough: {} },
  );

const reopen = async (): Promise<void> => {
  catalog.close();
  catalog = openCatalog(name);
  await catalog.ready();
};

const skus = (products: readonly Product[]): string[] => products.map(({ sku }) => sku);

const scanned = async (code: string): Promise<string | null> =>
  (await catalog.byCode(code))?.sku ?? null;

describe('a code', () => {
  test('is a barcode or a SKU, a barcode first', async () => {
    await pull([product('A', { barcodes: ['111', '222'] }), product('B', { barcodes: ['A'] })]);
    expect(await scanned('111')).toBe('A');
    expect(await scanned('222')).toBe('A');
    expect(await scanned('A')).toBe('B');
    expect(await scanned('B')).toBe('B');
    for (const code of ['11', '1112', '', ' ', 'a']) expect(await scanned(code)).toBeNull();
  });

  test('of twelve digits is the one of thirteen with a nought before, unless another product has it', async () => {
    await pull([
      product('A', { barcodes: ['0012345678905'] }),
      product('B', { barcodes: ['036000291452'] }),
      product('C', { barcodes: ['0036000291452'] }),
    ]);
    expect(await scanned('012345678905')).toBe('A');
    expect(await scanned('0012345678905')).toBe('A');
    expect(await scanned('036000291452')).toBe('B');
    expect(await scanned('0036000291452')).toBe('C');
    expect(await scanned('112345678905')).toBeNull();
  });

  test('of a product that is gone or sold no more finds nothing', async () => {
    await pull([
      product('A', { barcodes: ['111'] }),
      product('B', { barcodes: ['222'], active: false }),
    ]);
    await pull([], ['A'], 2);
    for (const code of ['111', 'A', '222', 'B']) expect(await scanned(code)).toBeNull();
  });

  test.each([
    ['first', 'A', 'B'],
    ['last', 'B', 'A'],
  ])(
    'that moved from a product sold no more finds the new one, the old one told %s',
    async (_, old, next) => {
      await pull([product(old, { barcodes: ['111'] })]);
      const moved = [
        product(old, { barcodes: ['111'], active: false }),
        product(next, { barcodes: ['111'] }),
      ];
      await pull(old < next ? moved : moved.toReversed(), [], 2);
      expect(await scanned('111')).toBe(next);
      await reopen();
      expect(await scanned('111')).toBe(next);
    },
  );

  test('that a product has no more finds it no more', async () => {
    await pull([product('A', { barcodes: ['111'] })]);
    await pull([product('A', { barcodes: ['222'] })], [], 2);
    expect(await scanned('111')).toBeNull();
    expect(await scanned('222')).toBe('A');
  });

  test('works while the names are still being read', async () => {
    await pull([product('A', { barcodes: ['111'] })]);
    catalog.close();
    catalog = openCatalog(name);
    expect(await scanned('111')).toBe('A');
  });
});

describe('the products', () => {
  test('are searched, tiled and listed by category while they are sold', async () => {
    await pull([
      product('A', { tile: 2, name: { en: 'Tea' } }),
      product('B', { tile: 1, name: { en: 'Tea pot' }, categoryId: 'home' }),
      product('C', { tile: 3, name: { en: 'Tea old' }, active: false }),
      product('D', { name: { en: 'Tea green' } }),
    ]);
    expect(skus(await catalog.search('tea', 10))).toEqual(['A', 'B', 'D']);
    expect(skus(await catalog.tiles(10))).toEqual(['B', 'A']);
    expect(skus(await catalog.inCategory('food', 10)).toSorted()).toEqual(['A', 'D']);
    expect(await catalog.product('C')).toMatchObject({ sku: 'C', active: false });
    expect(await catalog.product('X')).toBeNull();
  });

  test('are shown, some of them, where nobody chose quick tiles', async () => {
    await pull([product('A'), product('B', { active: false }), product('C'), product('D')]);
    expect(skus(await catalog.tiles(2))).toEqual(['A', 'C']);
  });

  test('are all there when the till starts again', async () => {
    await pull(Array.from({ length: 20 }, (_, place) => product(`P${place}`)));
    await pull([], ['P3'], 2);
    await reopen();
    expect(await catalog.search('p', 100)).toHaveLength(19);
    expect(await catalog.positions()).toEqual({ products: { checkpoint: 2, appliedThrough: {} } });
  });

  test('of a page that is pulled twice are the same', async () => {
    const page = [product('A', { barcodes: ['111'], tile: 1 }), product('B')];
    await pull(page, ['C']);
    await pull(page, ['C']);
    expect(skus(await catalog.search('a', 10))).toEqual(['A']);
    expect(skus(await catalog.tiles(10))).toEqual(['A']);
    expect(skus(await catalog.inCategory('food', 10)).toSorted()).toEqual(['A', 'B']);
    expect(await scanned('111')).toBe('A');
  });

  const START = { products: { checkpoint: 0, appliedThrough: {} } };

  const pullPart = (product: Product, checkpoint: number, complete: boolean) =>
    catalog.applyPage(
      {
        stream: 'products',
        checkpoint,
        complete,
        changes: [{ id: product.sku, document: product }],
      },
      { checkpoint, appliedThrough: {} },
    );

  test('P6: of before a reset can be sold until all have come down anew', async () => {
    await pull([product('A', { barcodes: ['111'], tile: 1 }), product('B'), product('C')]);
    await catalog.reset();
    expect(await catalog.positions()).toEqual(START);
    await reopen();
    expect(await catalog.positions()).toEqual({});
    expect(await scanned('111')).toBe('A');
    await pullPart(product('A', { tile: 2 }), 1, false);
    expect(await catalog.positions()).toEqual({ products: { checkpoint: 1, appliedThrough: {} } });
    expect(skus(await catalog.inCategory('food', 10)).toSorted()).toEqual(['A', 'B', 'C']);
    await pullPart(product('D'), 2, true);
    for (const code of ['111', 'B', 'C']) expect(await scanned(code)).toBeNull();
    expect(skus(await catalog.tiles(10))).toEqual(['A']);
    await reopen();
    expect(skus(await catalog.inCategory('food', 10)).toSorted()).toEqual(['A', 'D']);
    expect(await catalog.positions()).toEqual({ products: { checkpoint: 2, appliedThrough: {} } });
  });

  test('P6: are pulled from zero again when the till stops in the middle of that', async () => {
    await pull([product('A'), product('B'), product('C')]);
    await catalog.reset();
    await pullPart(product('A'), 1, false);
    await reopen();
    expect(await catalog.positions()).toEqual({});
    await pullPart(product('A'), 1, false);
    await pullPart(product('B'), 2, true);
    expect(skus(await catalog.inCategory('food', 10)).toSorted()).toEqual(['A', 'B']);
    expect(await catalog.search('c', 10)).toEqual([]);
  });

  test('P6: of a page that goes on where another program began are refused', async () => {
    await pull([product('A'), product('B')]);
    await catalog.reset();
    await reopen();
    await expect(pullPart(product('A'), 1, true)).rejects.toThrow('renewal');
    expect(await catalog.positions()).toEqual({});
    expect(skus(await catalog.inCategory('food', 10)).toSorted()).toEqual(['A', 'B']);
  });

  test('P6: are counted: a disk that lost some of them, and not how far they were pulled, is not whole', async () => {
    expect(await catalog.isWhole()).toBe(true);
    await pull([product('A'), product('B'), product('C')]);
    await pull([product('B', { tile: 1 }), product('D')], ['A', 'X'], 2);
    await catalog.reset();
    await pullPart(product('E'), 1, false);
    await pullPart(product('B'), 2, true);
    await reopen();
    expect(await catalog.isWhole()).toBe(true);
    const disk = await new Dexie(name).open();
    await disk.table('products').delete('E');
    disk.close();
    await reopen();
    expect(await catalog.isWhole()).toBe(false);
    await catalog.reset();
    await pull([product('B'), product('E')], [], 2);
    await reopen();
    expect(await catalog.isWhole()).toBe(true);
  });

  test('tell of each page that changed something, until one leaves', async () => {
    await catalog.ready();
    let told = 0;
    const leave = catalog.onChange(() => (told += 1));
    await pull([product('A')]);
    await pull([], [], 2);
    expect(told).toBe(1);
    leave();
    await pull([product('B')], [], 3);
    expect(told).toBe(1);
  });
});

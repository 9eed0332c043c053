import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importCatalog, type ImportSummary } from '#server/catalog/import-catalog.ts';
import { readKnownCatalog } from '#server/catalog/known-catalog.ts';
import { CATALOG_VERSION_ID } from '#server/catalog/put-products.ts';
import { type ReadRow, readCatalog } from '#server/catalog/read-catalog.ts';
import type { Product } from '#shared/domain/catalog/schema.ts';
import { FIRST_RATE } from '#shared/domain/settings/tax-rate-of.ts';
import { stockLevelId } from '#shared/domain/stock/schema.ts';
import { type OpenServer, serverKinds } from './open-server.ts';

const NOW = '2026-11-22T09:00:00.000Z';

const bytesOf = async function* (text: string): AsyncGenerator<Uint8Array, void> {
  yield await Promise.resolve(new TextEncoder().encode(text));
};

type Imported = { readonly summary: ImportSummary; readonly reported: readonly ReadRow[] };

describe.each(serverKinds)('importing a catalog on $name', ({ open }) => {
  let server: OpenServer;

  beforeAll(async () => {
    server = await open();
  }, 60_000);
  afterAll(() => server.close());

  const importText = async (text: string, storeId: string | null = null): Promise<Imported> => {
    const { db, ingest } = server;
    const file = await readCatalog(bytesOf(text), () => null);
    if (!file.ok) throw new Error(file.problem.type);
    const reported: ReadRow[] = [];
    const summary = await importCatalog(
      { db, store: ingest.store, known: await readKnownCatalog(db), now: () => NOW },
      file.value,
      { storeId, report: (row) => reported.push(row) },
    );
    return { summary, reported };
  };

  const pull = () => server.ingest.store.pull('products', 0, 100);

  const product = (sku: string): Promise<Product | null> =>
    server.ingest.store.transaction((tx) => tx.document('products', sku));

  const onHand = async (sku: string): Promise<number | undefined> =>
    (await server.ingest.store.transaction((tx) => tx.document('stock', stockLevelId('S1', sku))))
      ?.onHand;

  test('writes products, their categories and the next version of the price list', async () => {
    const { summary } = await importText(
      'barcode,name,sku,price,category\n' +
        '4870110010000,Bread,A-1,190,Выпечка\n' +
        '4870110020009,Rolls,A-2,,\n' +
        '4870110030008,Nameless price,A-3,-1,\n',
    );
    expect(summary).toEqual({
      rows: 3,
      imported: 2,
      refused: 1,
      changed: 2,
      derived: 1,
      version: 1,
    });
    const { categories } = await readKnownCatalog(server.db);
    const bakery = categories.find(({ name }) => name.en === 'Выпечка');
    expect(await product('A-1')).toMatchObject({ price: 19_000, categoryId: bakery?.id });
    expect(await product('A-2')).toMatchObject({ categoryId: 'other', taxRateId: FIRST_RATE });
    const version = await server.ingest.store.transaction((tx) =>
      tx.document('references', CATALOG_VERSION_ID),
    );
    expect(version).toEqual({ type: 'catalogVersion', value: 1 });
  });

  test('run again it changes nothing, and no till has anything to pull', async () => {
    const before = await pull();
    const { summary } = await importText(
      'barcode,name,sku,price,category\n4870110010000,Bread,A-1,190,Выпечка\n',
    );
    expect(summary).toMatchObject({ imported: 1, changed: 0, version: 1 });
    expect((await pull()).checkpoint).toBe(before.checkpoint);
  });

  test('R11: what a product cost in an earlier version can still be looked up', async () => {
    const { summary } = await importText('barcode,name,sku,price\n4870110010000,Bread,A-1,210\n');
    expect(summary.version).toBe(2);
    const prices = await server.ingest.store.transaction((tx) => tx.prices('S1', ['A-1', 'NONE']));
    expect([...prices]).toEqual([
      [
        'A-1',
        [
          { version: 1, price: 19_000 },
          { version: 2, price: 21_000 },
        ],
      ],
    ]);
  });

  test('refuses a barcode that another product has', async () => {
    const { summary, reported } = await importText('barcode,name,sku\n4870110010000,Thief,B-1\n');
    expect(summary).toMatchObject({ imported: 0, refused: 1 });
    expect(reported).toEqual([
      { line: 2, row: { ok: false, problem: { type: 'barcode_taken', sku: 'A-1' } } },
    ]);
    expect(await product('B-1')).toBeNull();
  });

  test('makes a store’s stock what the file counted, however often it is read', async () => {
    const text = 'barcode,name,sku,stock\n4870110010000,Bread,A-1,12.5\n';
    await importText(text, 'S1');
    await importText(text, 'S1');
    expect(await onHand('A-1')).toBe(12_500);
    await importText(text.replace('12.5', '3'), 'S1');
    expect(await onHand('A-1')).toBe(3000);
  });

  test('two categories never become one, however little of their names an id can hold', async () => {
    await importText(
      'barcode,name,sku,category\n' +
        '4870110050006,Beer,C-1,Пиво 18+\n' +
        '4870110050013,Cigarettes,C-2,Табак 18+\n' +
        '4870110050020,Coffee,C-3,Coffee & Tea\n' +
        '4870110050037,Tea,C-4,Coffee / Tea\n',
    );
    const { categories } = await readKnownCatalog(server.db);
    const nameOf = async (sku: string) => {
      const { categoryId } = (await product(sku)) ?? {};
      return categories.find(({ id }) => id === categoryId)?.name.en;
    };
    expect(await Promise.all(['C-1', 'C-2', 'C-3', 'C-4'].map(nameOf))).toEqual([
      'Пиво 18+',
      'Табак 18+',
      'Coffee & Tea',
      'Coffee / Tea',
    ]);
  });
});

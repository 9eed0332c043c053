import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createFindTaxRate } from '#server/catalog/find-tax-rate.ts';
import { importCatalog, type ImportSummary } from '#server/catalog/import-catalog.ts';
import { readKnownCatalog } from '#server/catalog/known-catalog.ts';
import { CATALOG_VERSION_ID } from '#server/catalog/put-products.ts';
import { type ReadRow, readCatalog } from '#server/catalog/read-catalog.ts';
import { labelledGoods, readScaleLabels } from '#shared/domain/catalog/scale-label.ts';
import type { Product } from '#shared/domain/catalog/schema.ts';
import type { TaxRate } from '#shared/domain/settings/schema.ts';
import { FIRST_RATE } from '#shared/domain/settings/tax-rate-of.ts';
import { stockLevelId } from '#shared/domain/stock/schema.ts';
import { referenceId } from '#shared/protocol/documents.ts';
import { streamName } from '#shared/protocol/pull.ts';
import { type OpenServer, serverKinds } from './open-server.ts';
import { settings } from './shop.ts';

const VAT = { id: 'vat', name: { en: 'VAT' }, rate: 1200 };
const REDUCED = { id: 'reduced', name: { en: 'Reduced' }, rate: 1000 };
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
    const known = await readKnownCatalog(db);
    const file = await readCatalog(bytesOf(text), createFindTaxRate(known.taxRates));
    if (!file.ok) throw new Error(file.problem.type);
    const reported: ReadRow[] = [];
    const summary = await importCatalog(
      { db, store: ingest.store, known, now: () => NOW },
      file.value,
      { storeId, report: (row) => reported.push(row) },
    );
    return { summary, reported };
  };

  const problemsOf = ({ reported }: Imported) =>
    reported.flatMap(({ line, row }) => (row.ok ? [] : [{ line, ...row.problem }]));

  const openStore = (storeId: string, ...taxRates: readonly TaxRate[]): Promise<void> =>
    server.ingest.store.transaction((tx) =>
      tx.putDocuments('references', [
        {
          id: referenceId('settings', storeId),
          document: { type: 'settings', value: { ...settings(storeId), taxRates: [...taxRates] } },
          streams: [streamName('references', storeId)],
        },
      ]),
    );

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

  test('what is sold by weight, a deposit and what is sold no more come from a file, with names of their own', async () => {
    await importText(
      'barcode,name,name_ru,name_kk,sku,price,unit,kind,active\n' +
        '2100017000005,Cheese,Сыр,Ірімшік,D-1,4990,Kilogram,,\n' +
        '4870110060005,Bottle deposit,,,D-2,30,,service,yes\n' +
        '4870110070004,Old tea,,,D-3,100,piece,goods,no\n',
    );
    expect(await product('D-1')).toMatchObject({
      name: { en: 'Cheese', ru: 'Сыр', kk: 'Ірімшік' },
      unit: 'kilogram',
      kind: 'goods',
      active: true,
    });
    expect(await product('D-2')).toMatchObject({ unit: 'piece', kind: 'service', active: true });
    expect(await product('D-3')).toMatchObject({ active: false });
  });

  test('a label of the shop’s scales is read as the weight of a product that was imported by the kilogram', async () => {
    const cheese = await product('D-1');
    if (!cheese) throw new Error('cheese was expected');
    const [label] = readScaleLabels('2100017012459', [
      { holds: 'weight', pattern: '21IIIIINNDDDC' },
    ]);
    expect(cheese.barcodes).toContain(label?.codes[0]);
    expect(label && labelledGoods(label, cheese, cheese.price)).toEqual({
      quantity: 1245,
      discount: null,
    });
    const bread = await product('A-1');
    expect(label && bread && labelledGoods(label, bread, bread.price)).toBeNull();
  });

  test('a file without these columns changes nothing of them', async () => {
    const before = await product('D-1');
    const { summary } = await importText(
      'barcode,name,sku\n2100017000005,Cheese,D-1\n4870110060005,Bottle deposit,D-2\n4870110070004,Old tea,D-3\n',
    );
    expect(summary).toMatchObject({ imported: 3, changed: 0 });
    expect(await product('D-1')).toEqual(before);
  });

  test('what was counted in one unit is in no other: with stock left the row is refused, at none it changes', async () => {
    await openStore('S1', VAT);
    await importText('barcode,name,sku,stock\n4870110080003,Nuts,E-1,4\n', 'S1');
    const asWeight = 'barcode,name,sku,unit,kind\n4870110080003,Nuts,E-1,kilogram,\n';
    expect(problemsOf(await importText(asWeight))).toEqual([
      { line: 2, type: 'stock_remains', column: 'unit', storeId: 'S1' },
    ]);
    const asService = 'barcode,name,sku,unit,kind\n4870110080003,Nuts,E-1,,service\n';
    expect(problemsOf(await importText(asService))).toEqual([
      { line: 2, type: 'stock_remains', column: 'kind', storeId: 'S1' },
    ]);
    expect(await product('E-1')).toMatchObject({ unit: 'piece', kind: 'goods' });
    await importText('barcode,name,sku,stock\n4870110080003,Nuts,E-1,0\n', 'S1');
    expect(problemsOf(await importText(asWeight))).toEqual([]);
    expect(await product('E-1')).toMatchObject({ unit: 'kilogram' });
  });

  test('a service has no stock', async () => {
    const deposit = 'barcode,name,sku,stock\n4870110060005,Bottle deposit,D-2,5\n';
    expect(problemsOf(await importText(deposit, 'S1'))).toEqual([
      { line: 2, type: 'stock_of_service' },
    ]);
    expect(await onHand('D-2')).toBeUndefined();
  });

  test('a rate that a store lacks is refused by the store’s name, and what names none gets one that all have', async () => {
    await openStore('S1', REDUCED, VAT);
    await openStore('S2', VAT);
    const outcome = await importText(
      'barcode,name,sku,tax\n' +
        '4870110090002,Milk,F-1,10\n' +
        '4870110100008,Salt,F-2,12%\n' +
        '4870110110007,Sugar,F-3,\n' +
        '4870110120006,Flour,F-4,13\n',
    );
    expect(problemsOf(outcome)).toEqual([
      { line: 2, type: 'tax_not_in_store', taxRateId: 'reduced', storeId: 'S2' },
      { line: 5, type: 'tax_unknown', found: '13' },
    ]);
    expect(await product('F-2')).toMatchObject({ taxRateId: 'vat' });
    expect(await product('F-3')).toMatchObject({ taxRateId: 'vat' });
    await openStore('S2', VAT, REDUCED);
    const again = await importText('barcode,name,sku,tax\n4870110090002,Milk,F-1,10\n');
    expect(problemsOf(again)).toEqual([]);
    expect(await product('F-1')).toMatchObject({ taxRateId: 'reduced' });
  });
});

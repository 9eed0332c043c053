import { Dexie } from 'dexie';
import type { Product } from '#shared/domain/catalog/schema.ts';
import { drawn } from './until.ts';

const CATALOG = 'omnitill-catalog';
const FLOOR = 'bench-floor';

const open = (name: string): Promise<Dexie> => new Dexie(name).open();

/** The till's catalog as it lies on the disk; null before there is one. */
const openCatalog = async (): Promise<Dexie | null> =>
  (await Dexie.exists(CATALOG)) ? open(CATALOG) : null;

type Position = { readonly appliedThrough: Readonly<Record<string, number>> };

/** Milliseconds between looks at how far the catalog has come: one row each, so that looking costs nothing. */
const LOOK = 25;

const isWhole = async (catalog: Dexie): Promise<boolean> => {
  const position = await catalog.table<Position>('positions').get('products');
  // A stream read to its end says what it contains.
  return position !== undefined && Object.keys(position.appliedThrough).length > 0;
};

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, LOOK));

/** Resolves with the time when every product had come. */
export const catalogWhole = async (): Promise<number> => {
  let catalog = await openCatalog();
  for (; catalog === null; catalog = await openCatalog()) await pause();
  while (!(await isWhole(catalog))) await pause();
  const at = performance.now();
  catalog.close();
  return at;
};

/** The name that the till reads last when it starts. */
export const lastName = async (): Promise<string> => {
  const catalog = await open(CATALOG);
  const last = await catalog.table<Product>('products').orderBy('sku').last();
  catalog.close();
  if (!last) throw new Error('the catalog is empty');
  return last.name.en;
};

const forget = async (database: Dexie): Promise<void> => {
  database.close();
  await database.delete();
};

/** Writes the catalog's rows into an empty table like it, in pages; when it began and ended. */
export const writeRows = async (
  pageSize: number,
): Promise<{ readonly from: number; readonly to: number }> => {
  const catalog = await open(CATALOG);
  const rows: unknown[] = await catalog.table('products').toArray();
  const { primKey, indexes } = catalog.table('products').schema;
  catalog.close();
  const floor = new Dexie(FLOOR, { chromeTransactionDurability: 'relaxed' });
  floor.version(1).stores({ rows: [primKey, ...indexes].map(({ src }) => src).join(',') });
  await floor.open();
  const from = performance.now();
  for (let start = 0; start < rows.length; start += pageSize)
    await floor.table('rows').bulkPut(rows.slice(start, start + pageSize));
  const to = performance.now();
  await forget(floor);
  return { from, to };
};

/** Milliseconds of reading all rows of the catalog, in pages. */
export const readRows = async (pageSize: number): Promise<number> => {
  const catalog = await open(CATALOG);
  const from = performance.now();
  for (let after = ''; ;) {
    const rows = catalog.table<Product>('products').where('sku').above(after).limit(pageSize);
    const last = (await rows.toArray()).at(-1);
    if (!last) break;
    after = last.sku;
  }
  const taken = performance.now() - from;
  catalog.close();
  return taken;
};

/** Milliseconds until a scanned product has been read and something was drawn. */
export const readCode = async (code: string): Promise<number> => {
  const catalog = await open(CATALOG);
  const from = performance.now();
  const product = await catalog.table<Product>('products').where('barcodes').equals(code).first();
  if (!product) throw new Error(`${code} is not in the catalog`);
  document.title = code;
  await drawn();
  const taken = performance.now() - from;
  catalog.close();
  return taken;
};

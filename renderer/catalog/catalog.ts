import { Dexie, type EntityTable } from 'dexie';
import type { Product } from '#shared/domain/catalog/schema.ts';
import { type StreamPage, streamName } from '#shared/protocol/pull.ts';
import type { PageSink, StreamPosition } from '../store/state-store.ts';
import { createSearchIndex } from './search-index.ts';

/** The products of the chain on this till: rows in Dexie, what is searched in memory. */
export type Catalog = PageSink & {
  readonly product: (sku: string) => Promise<Product | null>;
  /** By scanned or typed code: barcode first, then SKU. Asks the disk, so that scans work from the first moment on. */
  readonly byCode: (code: string) => Promise<Product | null>;
  readonly search: (text: string, limit: number) => Promise<Product[]>;
  /** The quick tiles, in their order; where nobody chose any, so many products, that there be something to press. */
  readonly tiles: (limit: number) => Promise<Product[]>;
  readonly inCategory: (categoryId: string, limit: number) => Promise<Product[]>;
  /** Resolves when every product on the disk can be found. */
  readonly ready: () => Promise<void>;
  readonly onChange: (listener: () => void) => () => void;
  readonly close: () => void;
};

type Position = StreamPosition & {
  readonly stream: string;
  /** Products of before a reset are here still: they go when all have come down anew (rule P6). */
  readonly isRenewing: boolean;
  /** How many products there are; an earlier build did not count them. */
  readonly products?: number;
};

type CatalogDatabase = Dexie & {
  products: EntityTable<Product, 'sku'>;
  positions: EntityTable<Position, 'stream'>;
};

const PRODUCTS = streamName('products');

/** Products that are read at once when the till starts. */
const PAGE = 5000;
/** Products that are handed to the disk at once: a few milliseconds in which the till answers nobody. */
const CHUNK = 250;

const openDatabase = (name: string): CatalogDatabase => {
  const database = new Dexie(name, { chromeTransactionDurability: 'relaxed' }) as CatalogDatabase;
  database.version(2).stores({ products: 'sku, *barcodes, tile, categoryId', positions: 'stream' });
  return database;
};

/** A label of twelve digits (UPC-A) is the one of thirteen with a nought before; scanners tell it either way. */
const otherWriting = (code: string): string | null => {
  if (/^[0-9]{12}$/.test(code)) return `0${code}`;
  return /^0[0-9]{12}$/.test(code) ? code.slice(1) : null;
};

const isActive = ({ active }: Product): boolean => active;

export const openCatalog = (name = 'omnitill-catalog'): Catalog => {
  const database = openDatabase(name);
  const { products, positions } = database;
  const index = createSearchIndex();
  /** What the index knows, whole: reading the rows found would take longer than finding them. */
  const known = new Map<string, Product>();
  /** What came down since the reset; null = nothing is left of before. Lost, the catalog is pulled from zero again. */
  let renewed: Set<string> | null = null;
  const listeners = new Set<() => void>();
  const notify = (): void => {
    for (const listener of listeners) listener();
  };

  const learn = (changed: readonly Product[], gone: readonly string[]): void => {
    index.put(changed);
    index.remove(gone);
    for (const product of changed) known.set(product.sku, product);
    for (const sku of gone) known.delete(sku);
  };

  const fill = async (): Promise<void> => {
    for (let last = ''; ;) {
      const page = await products.where('sku').above(last).limit(PAGE).toArray();
      learn(page, []);
      const end = page.at(-1);
      if (!end) return;
      last = end.sku;
    }
  };

  const leftOver = async (kept: ReadonlySet<string>): Promise<string[]> =>
    (await products.toCollection().primaryKeys()).filter((sku) => !kept.has(sku));

  const readPositions = async (): Promise<Record<string, StreamPosition>> => {
    const [held] = await positions.toArray();
    if (!held) return {};
    const { stream, checkpoint, appliedThrough, isRenewing } = held;
    if (!isRenewing || renewed) return { [stream]: { checkpoint, appliedThrough } };
    renewed = new Set();
    return {};
  };

  const countAfter = (changed: readonly Product[], gone: readonly string[]): number => {
    const put = new Set(changed.map(({ sku }) => sku).filter((sku) => !known.has(sku)));
    return known.size + put.size - new Set(gone.filter((sku) => known.has(sku))).size;
  };

  const write = async (page: StreamPage, position: StreamPosition): Promise<void> => {
    await filled;
    // Whoever opened the catalog in the middle of a renewal asks for positions first, and pulls from zero.
    if (renewed === null && (await positions.get(page.stream))?.isRenewing)
      throw new Error('a page of a renewal whose beginning is not known');
    const changed = page.changes.flatMap(({ document }) =>
      document === null ? [] : [document as Product],
    );
    const gone = page.changes.flatMap(({ id, document }) => (document === null ? [id] : []));
    for (const { sku } of changed) renewed?.add(sku);
    if (renewed && page.complete) gone.push(...(await leftOver(renewed)));
    const isRenewing = renewed !== null && !page.complete;
    await database.transaction('rw', products, positions, async () => {
      for (let start = 0; start < changed.length; start += CHUNK)
        await products.bulkPut(changed.slice(start, start + CHUNK));
      await products.bulkDelete(gone);
      const count = countAfter(changed, gone);
      await positions.put({ stream: page.stream, ...position, isRenewing, products: count });
    });
    if (!isRenewing) renewed = null;
    learn(changed, gone);
    if (changed.length + gone.length > 0) notify();
  };

  const byBarcode = (code: string): Promise<Product | undefined> =>
    products.where('barcodes').equals(code).filter(isActive).first();

  const filled = fill().then(notify);
  return {
    ready: () => filled,
    positions: readPositions,
    isWhole: async () => {
      await filled;
      const [held] = await positions.toArray();
      return held?.products === undefined || held.products === known.size;
    },
    applyPage: write,
    reset: async () => {
      // With nothing here, as on a first start, nothing needs to be looked through at the end.
      const count = await products.count();
      const isRenewing = count > 0;
      renewed = isRenewing ? new Set() : null;
      const start = { stream: PRODUCTS, checkpoint: 0, appliedThrough: {} };
      await positions.put({ ...start, isRenewing, products: count });
    },
    product: async (sku) => (await products.get(sku)) ?? null,
    byCode: async (code) => {
      const other = otherWriting(code);
      const product =
        (await byBarcode(code)) ??
        (await products.get(code)) ??
        (other === null ? null : await byBarcode(other));
      return product?.active ? product : null;
    },
    search: async (text, limit) => index.search(text, limit).flatMap((sku) => known.get(sku) ?? []),
    tiles: async (limit) => {
      const quick = (await products.orderBy('tile').toArray()).filter(isActive);
      return quick.length > 0 ? quick : products.filter(isActive).limit(limit).toArray();
    },
    inCategory: async (categoryId, limit) =>
      (await products.where('categoryId').equals(categoryId).limit(limit).toArray()).filter(
        isActive,
      ),
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => database.close(),
  };
};

import { randomUUID } from 'node:crypto';
import type { QueryExecutorProvider } from 'kysely';
import type { Category, Product } from '#shared/domain/catalog/schema.ts';
import { FIRST_RATE } from '#shared/domain/settings/tax-rate-of.ts';
import { canonicalJson } from '#shared/kernel/canonical-json.ts';
import { fail } from '#shared/kernel/result.ts';
import { referenceId } from '#shared/protocol/documents.ts';
import { streamName } from '#shared/protocol/pull.ts';
import type { Store } from '../store/store.ts';
import { createCategoryFinder } from './category-finder.ts';
import type { KnownCatalog } from './known-catalog.ts';
import type { CatalogRow } from './parse-row.ts';
import { productOf } from './product-of.ts';
import { putProducts } from './put-products.ts';
import type { CatalogFile, ReadRow } from './read-catalog.ts';
import { type CountedStock, setStock } from './set-stock.ts';

export type CatalogParts = {
  readonly db: QueryExecutorProvider;
  readonly store: Store;
  readonly known: KnownCatalog;
  /** ISO 8601 UTC. */
  readonly now: () => string;
};

export type ImportOptions = {
  /** Whose stock the column `stock` tells; null = nobody's. */
  readonly storeId: string | null;
  /** Hears of every row that was refused or is odd, with its line. */
  readonly report: (row: ReadRow) => void;
};

export type ImportSummary = {
  readonly rows: number;
  readonly imported: number;
  readonly refused: number;
  /** Products that are new or other than before; the rest of the imported ones were there as they are. */
  readonly changed: number;
  /** New products whose price was derived. */
  readonly derived: number;
  /** Version of the price list in force now. */
  readonly version: number;
};

/** Rows in one transaction. */
const BATCH = 1000;

const putCategories = (store: Store, categories: readonly Category[]): Promise<void> =>
  store.transaction((tx) =>
    tx.putDocuments(
      'references',
      categories.map((value) => ({
        id: referenceId('category', value.id),
        document: { type: 'category', value } as const,
        streams: [streamName('references')],
      })),
    ),
  );

const inBatches = async function* (
  rows: CatalogFile['rows'],
  accept: (read: ReadRow) => CatalogRow | null,
): AsyncGenerator<readonly CatalogRow[], void> {
  let batch: CatalogRow[] = [];
  for await (const read of rows) {
    const row = accept(read);
    if (row) batch.push(row);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  yield batch;
};

const stockIn = (rows: readonly CatalogRow[]): CountedStock[] =>
  rows.flatMap(({ sku, stock }) => (stock === null ? [] : [{ sku, quantity: stock }]));

/** Puts a file's good rows into the catalog; what is there already as the file has it stays untouched. */
export const importCatalog = async (
  { db, store, known, now }: CatalogParts,
  { rows }: CatalogFile,
  { storeId, report }: ImportOptions,
): Promise<ImportSummary> => {
  const counts = { rows: 0, imported: 0, refused: 0, changed: 0, derived: 0 };
  const categories = createCategoryFinder(known.categories);
  const firstTaxRateId = known.taxRates[0]?.id ?? FIRST_RATE;
  const importId = `catalog-import-${randomUUID()}`;

  const accept = (read: ReadRow): CatalogRow | null => {
    counts.rows += 1;
    const owner = read.row.ok ? known.skus.get(read.row.value.barcode) : undefined;
    const isTaken = read.row.ok && owner !== undefined && owner !== read.row.value.sku;
    const row = isTaken ? fail({ type: 'barcode_taken', sku: owner } as const) : read.row;
    if (!row.ok || row.value.warnings.length > 0) report({ line: read.line, row });
    counts[row.ok ? 'imported' : 'refused'] += 1;
    return row.ok ? row.value : null;
  };

  const changedOf = async (batch: readonly CatalogRow[]): Promise<Product[]> => {
    const skus = batch.map(({ sku }) => sku);
    const before = await store.transaction((tx) => tx.documents('products', skus));
    return batch.flatMap((row) => {
      const old = before.get(row.sku);
      const product = productOf(row, old, categories.find(row.category), firstTaxRateId);
      if (old && canonicalJson(old) === canonicalJson(product)) return [];
      if (!old && row.price === null) counts.derived += 1;
      return [product];
    });
  };

  const products = async function* (): AsyncGenerator<readonly Product[], void> {
    for await (const batch of inBatches(rows, accept)) {
      const changed = await changedOf(batch);
      const made = categories.takeNew();
      if (made.length > 0) await putCategories(store, made);
      counts.changed += changed.length;
      yield changed;
      const counted = stockIn(batch);
      if (storeId !== null && counted.length > 0)
        await setStock(store, storeId, counted, { importId, at: now() });
    }
  };

  const version = await putProducts({ db, store }, products());
  return { ...counts, version };
};

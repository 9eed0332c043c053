import { randomUUID } from 'node:crypto';
import type { QueryExecutorProvider } from 'kysely';
import type { Category, Product } from '#shared/domain/catalog/schema.ts';
import { FIRST_RATE } from '#shared/domain/settings/tax-rate-of.ts';
import { canonicalJson } from '#shared/kernel/canonical-json.ts';
import { type StockLevel, stockLevelId } from '#shared/domain/stock/schema.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { referenceId } from '#shared/protocol/documents.ts';
import { streamName } from '#shared/protocol/pull.ts';
import type { Store } from '../store/store.ts';
import { createCategoryFinder } from './category-finder.ts';
import { type Judged, judgeRow, recounted } from './judge-row.ts';
import type { KnownCatalog } from './known-catalog.ts';
import type { CatalogRow } from './parse-row.ts';
import { productOf } from './product-of.ts';
import { putProducts } from './put-products.ts';
import type { CatalogFile, ReadRow } from './read-catalog.ts';
import type { RowProblem } from './row-problem.ts';
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
): AsyncGenerator<readonly ReadRow[], void> {
  let batch: ReadRow[] = [];
  for await (const read of rows) {
    batch.push(read);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  yield batch;
};

/** The products of these rows as they are, and the stock of those whose unit or kind becomes another. */
const readHeld = (
  store: Store,
  rows: readonly CatalogRow[],
  storeIds: readonly string[],
): Promise<{
  readonly products: ReadonlyMap<string, Product>;
  readonly levels: ReadonlyMap<string, StockLevel>;
}> =>
  store.transaction(async (tx) => {
    const skus = rows.map(({ sku }) => sku);
    const products = await tx.documents('products', skus);
    const moved = rows.filter((row) => recounted(row, products.get(row.sku)) !== null);
    const ids = moved.flatMap(({ sku }) => storeIds.map((storeId) => stockLevelId(storeId, sku)));
    return { products, levels: await tx.documents('stock', ids) };
  });

const stockIn = (accepted: readonly Judged[]): CountedStock[] =>
  accepted.flatMap(({ row: { sku, stock } }) => (stock === null ? [] : [{ sku, quantity: stock }]));

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

  const storeIds = known.stores.map(({ storeId }) => storeId);

  /** A batch's good rows; hears of every other, in the order of the file. */
  const accept = async (batch: readonly ReadRow[]): Promise<Judged[]> => {
    const rows = batch.flatMap(({ row }) => (row.ok ? [row.value] : []));
    const { products, levels } = await readHeld(store, rows, storeIds);
    const judge = (row: CatalogRow): Result<Judged, RowProblem> => {
      const before = products.get(row.sku);
      const judged: Judged = {
        row,
        before,
        product: productOf(row, before, firstTaxRateId),
        levels: storeIds.flatMap((id) => levels.get(stockLevelId(id, row.sku)) ?? []),
      };
      const problem = judgeRow(judged, known);
      return problem === null ? ok(judged) : fail(problem);
    };
    return batch.flatMap(({ line, row }) => {
      const judged = row.ok ? judge(row.value) : row;
      counts.rows += 1;
      counts[judged.ok ? 'imported' : 'refused'] += 1;
      if (!judged.ok) report({ line, row: judged });
      else if (judged.value.row.warnings.length > 0) report({ line, row });
      return judged.ok ? [judged.value] : [];
    });
  };

  const changedOf = (accepted: readonly Judged[]): Product[] =>
    accepted.flatMap(({ row, before, product: made }) => {
      const product = { ...made, categoryId: categories.find(row.category) ?? made.categoryId };
      if (before && canonicalJson(before) === canonicalJson(product)) return [];
      if (!before && row.price === null) counts.derived += 1;
      return [product];
    });

  const products = async function* (): AsyncGenerator<readonly Product[], void> {
    for await (const batch of inBatches(rows)) {
      const accepted = await accept(batch);
      const changed = changedOf(accepted);
      const made = categories.takeNew();
      if (made.length > 0) await putCategories(store, made);
      counts.changed += changed.length;
      yield changed;
      const counted = stockIn(accepted);
      if (storeId !== null && counted.length > 0)
        await setStock(store, storeId, counted, { importId, at: now() });
    }
  };

  const version = await putProducts({ db, store }, products());
  return { ...counts, version };
};

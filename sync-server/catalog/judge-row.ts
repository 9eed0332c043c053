import type { Product } from '#shared/domain/catalog/schema.ts';
import type { StockLevel } from '#shared/domain/stock/schema.ts';
import type { CatalogRow } from './parse-row.ts';
import type { Choice, RowProblem } from './row-problem.ts';
import { storeWithoutRate } from './store-without-rate.ts';
import type { KnownCatalog } from './known-catalog.ts';

/** A row, what it makes of its product, and what is known of that. */
export type Judged = {
  readonly row: CatalogRow;
  readonly product: Product;
  readonly before: Product | undefined;
  /** Its stock, where a row makes something else of the unit or kind. */
  readonly levels: readonly StockLevel[];
};

/**
 * What a row changes of how stock is counted: a number of pieces is no weight, and a service has none. null = nothing;
 * a product that is not known yet has no stock.
 */
export const recounted = (
  { unit, kind }: Pick<CatalogRow, Choice>,
  before: Pick<Product, Choice> | undefined,
): Choice | null => {
  if (!before) return null;
  if (unit !== null && unit !== before.unit) return 'unit';
  return kind !== null && kind !== before.kind ? 'kind' : null;
};

/** Goods that get a tax rate which a store lacks; those that named it before are told of where they are sold. */
const taxProblem = (
  { product, before }: Judged,
  stores: KnownCatalog['stores'],
): RowProblem | null => {
  const { taxRateId, active } = product;
  if (!active || (before?.active && before.taxRateId === taxRateId)) return null;
  const storeId = storeWithoutRate(stores, taxRateId);
  return storeId === null ? null : { type: 'tax_not_in_store', taxRateId, storeId };
};

const stockProblem = ({ row, product, before, levels }: Judged): RowProblem | null => {
  const column = recounted(row, before);
  const left = levels.find(({ onHand, reserved }) => onHand !== 0 || reserved !== 0);
  if (column !== null && left) return { type: 'stock_remains', column, storeId: left.storeId };
  return product.kind === 'service' && row.stock !== null ? { type: 'stock_of_service' } : null;
};

/** Why a row cannot be imported beside what is known; null = it can. */
export const judgeRow = (
  judged: Judged,
  { skus, stores }: Pick<KnownCatalog, 'skus' | 'stores'>,
): RowProblem | null => {
  const { barcode, sku } = judged.row;
  const owner = skus.get(barcode);
  if (owner !== undefined && owner !== sku) return { type: 'barcode_taken', sku: owner };
  return taxProblem(judged, stores) ?? stockProblem(judged);
};

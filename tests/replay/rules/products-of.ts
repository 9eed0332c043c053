import type { Product } from '#shared/domain/catalog/schema.ts';
import { ZERO } from '#shared/kernel/money.ts';
import type { Row } from './row.ts';
import { isService } from './service-codes.ts';

export const CATEGORY_ID = 'gifts';
export const TAX_RATE_ID = 'none';

const productOf = (row: Row, before: Product | undefined): Product => {
  const isPriced = row.price > 0;
  return {
    sku: row.sku,
    barcodes: [],
    // What is written beside a price is a name; beside none it may be a remark about the stock.
    name: isPriced && row.description ? { en: row.description } : (before?.name ?? { en: row.sku }),
    categoryId: CATEGORY_ID,
    kind: isService(row.sku) ? 'service' : 'goods',
    unit: 'piece',
    price: isPriced ? row.price : (before?.price ?? ZERO),
    storePrices: {},
    taxRateId: TAX_RATE_ID,
    tile: null,
    active: true,
  };
};

/** A product for each stock code, with the name and price that the file has for it last. */
export const productsOf = (rows: readonly Row[]): Product[] => {
  const products = new Map<string, Product>();
  for (const row of rows) products.set(row.sku, productOf(row, products.get(row.sku)));
  return [...products.values()];
};

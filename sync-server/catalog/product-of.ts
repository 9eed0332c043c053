import type { Product } from '#shared/domain/catalog/schema.ts';
import { derivedPrice } from './derived-price.ts';
import type { CatalogRow } from './parse-row.ts';

/**
 * What a row makes of a product, new or known (`before`). What the file does not say stays as it was; a new product
 * without a price gets one derived from its barcode, and without a tax the chain's first.
 */
export const productOf = (
  { barcode, name, sku, price, taxRateId }: CatalogRow,
  before: Product | undefined,
  categoryId: string | null,
  firstTaxRateId: string,
): Product => ({
  sku,
  barcodes: [...new Set([barcode, ...(before?.barcodes ?? [])])],
  // The translations of a name that is still the same are still right.
  name: before?.name.en === name ? before.name : { en: name },
  categoryId: categoryId ?? before?.categoryId ?? 'other',
  kind: before?.kind ?? 'goods',
  unit: before?.unit ?? 'piece',
  price: price ?? before?.price ?? derivedPrice(barcode),
  storePrices: before?.storePrices ?? {},
  taxRateId: taxRateId ?? before?.taxRateId ?? firstTaxRateId,
  tile: before?.tile ?? null,
  active: before?.active ?? true,
});

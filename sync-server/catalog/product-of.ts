import type { Asks } from '#shared/domain/catalog/asks.ts';
import type { Product } from '#shared/domain/catalog/schema.ts';
import { derivedPrice } from './derived-price.ts';
import type { CatalogRow } from './parse-row.ts';

/** What the file says nothing of is asked as before. */
const asksOf = ({ minimumAge, serial, batch, mark }: CatalogRow, before: Asks = {}): Asks => {
  const age = minimumAge ?? before.minimumAge ?? 0;
  return {
    ...(age > 0 ? { minimumAge: age } : {}),
    ...((serial ?? before.serial) ? { serial: true } : {}),
    ...((batch ?? before.batch) ? { batch: true } : {}),
    ...((mark ?? before.mark) ? { mark: true } : {}),
  };
};

/** The translations of a name that is still the same are still right. */
const nameOf = (
  { name, translations }: CatalogRow,
  before: Product | undefined,
): Product['name'] => ({
  ...(before?.name.en === name ? before.name : { en: name }),
  ...translations,
});

/**
 * What a row makes of a product, new or known (`before`), but for its category. What the file does not say stays as it
 * was; a new product without a price gets one derived from its barcode, and without a tax the chain's first.
 */
export const productOf = (
  row: CatalogRow,
  before: Product | undefined,
  firstTaxRateId: string,
): Product => {
  const { barcode, sku, price, taxRateId } = row;
  const asks = asksOf(row, before?.asks);
  return {
    sku,
    barcodes: [...new Set([barcode, ...(before?.barcodes ?? [])])],
    name: nameOf(row, before),
    categoryId: before?.categoryId ?? 'other',
    kind: row.kind ?? before?.kind ?? 'goods',
    unit: row.unit ?? before?.unit ?? 'piece',
    price: price ?? before?.price ?? derivedPrice(barcode),
    storePrices: before?.storePrices ?? {},
    taxRateId: taxRateId ?? before?.taxRateId ?? firstTaxRateId,
    tile: before?.tile ?? null,
    active: row.active ?? before?.active ?? true,
    ...(Object.keys(asks).length === 0 ? {} : { asks }),
  };
};

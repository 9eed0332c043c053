import type { Quantity } from '#shared/kernel/quantity.ts';
import { priceIn, type Product } from '../catalog/schema.ts';
import type { StoreSettings } from '../settings/schema.ts';
import type { BasketLine } from './basket.ts';

/** A product as a line of a basket in a store, at that store's price of now. */
export const basketLineOf = (
  product: Product,
  id: string,
  quantity: Quantity,
  { storeId, taxRates }: Pick<StoreSettings, 'storeId' | 'taxRates'>,
): BasketLine => {
  const { sku, name, categoryId, kind, unit, taxRateId } = product;
  return {
    id,
    sku,
    name,
    categoryId,
    kind,
    unit,
    quantity,
    unitPrice: priceIn(product, storeId),
    taxRate: taxRates.find((rate) => rate.id === taxRateId)?.rate ?? 0,
    discount: null,
  };
};

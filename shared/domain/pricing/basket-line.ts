import type { Quantity } from '#shared/kernel/quantity.ts';
import type { Minor } from '#shared/kernel/money.ts';
import type { Product } from '../catalog/schema.ts';
import type { StoreSettings } from '../settings/schema.ts';
import { taxRateOf } from '../settings/tax-rate-of.ts';
import type { BasketLine } from './basket.ts';

/**
 * A product as a line of a basket in a store, at what that store asks for it now. What a store does not know the tax of
 * is refused before it becomes a line (`taxRateOf`).
 */
export const basketLineOf = (
  product: Product,
  id: string,
  quantity: Quantity,
  { taxRates }: Pick<StoreSettings, 'taxRates'>,
  unitPrice: Minor,
): BasketLine => {
  const { sku, name, categoryId, kind, unit, taxRateId } = product;
  const taxRate = taxRateOf(taxRates, taxRateId);
  if (taxRate === null) throw new Error(`the store has no tax rate ${taxRateId} for ${sku}`);
  return {
    id,
    sku,
    name,
    categoryId,
    kind,
    unit,
    quantity,
    unitPrice,
    taxRate,
    discount: null,
  };
};

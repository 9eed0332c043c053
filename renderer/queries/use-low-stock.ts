import type { Product } from '#shared/domain/catalog/schema.ts';
import type { StockLevel } from '#shared/domain/stock/schema.ts';
import { useLive } from './use-live.ts';
import { useTillData } from './till-data.ts';

export type StockedProduct = { readonly product: Product; readonly level: StockLevel };

/** More than a person goes through at once. */
const SHOWN = 100;

/** Products that are sold here and of which few are left, the scarcest first. */
export const useLowStock = (): readonly StockedProduct[] | undefined => {
  const { view, catalog } = useTillData().store;
  return useLive(async () => {
    const levels = (await view.lowStock()).slice(0, SHOWN);
    const products = await Promise.all(levels.map(({ sku }) => catalog.product(sku)));
    return levels.flatMap((level, index) => {
      const product = products[index];
      return product?.active === true ? [{ product, level }] : [];
    });
  }, 'lowStock');
};

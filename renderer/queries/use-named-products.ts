import type { Product } from '#shared/domain/catalog/schema.ts';
import { useLive } from './use-live.ts';
import { useTillData } from './till-data.ts';

/** These products by SKU, as far as this till knows them. */
export const useNamedProducts = (skus: readonly string[]): ReadonlyMap<string, Product> => {
  const { catalog } = useTillData().store;
  const found = useLive(
    async () => {
      const products = await Promise.all(skus.map((sku) => catalog.product(sku)));
      return new Map(products.flatMap((product) => (product ? [[product.sku, product]] : [])));
    },
    `named:${skus.join(' ')}`,
    'catalog',
  );
  return found ?? new Map();
};

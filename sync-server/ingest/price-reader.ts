import type { VersionedPrice } from '#shared/domain/pricing/held-prices.ts';
import type { StoreTransaction } from '../store/store.ts';

/** By SKU what products cost in a store, version by version. */
export type PriceReader = StoreTransaction['prices'];

/** Reads what each product cost once, so that many can be read ahead. */
export const createPriceReader = (tx: StoreTransaction): PriceReader => {
  const known = new Map<string, readonly VersionedPrice[]>();
  return async (storeId, skus) => {
    const keyOf = (sku: string): string => `${storeId}:${sku}`;
    const wanted = [...new Set(skus)].filter((sku) => !known.has(keyOf(sku)));
    if (wanted.length > 0) {
      const found = await tx.prices(storeId, wanted);
      for (const sku of wanted) known.set(keyOf(sku), found.get(sku) ?? []);
    }
    return new Map(skus.map((sku) => [sku, known.get(keyOf(sku)) ?? []]));
  };
};

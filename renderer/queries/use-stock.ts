import type { StockLevel } from '#shared/domain/stock/schema.ts';
import { useLive } from './use-live.ts';
import { useTillData } from './till-data.ts';

/** Levels of these products in this store, by SKU. */
export const useStock = (skus: readonly string[]): ReadonlyMap<string, StockLevel> => {
  const { view } = useTillData().store;
  return useLive(() => view.stockLevels(skus), `stock:${skus.join(' ')}`) ?? new Map();
};

import type { StockLevel } from '#shared/domain/stock/schema.ts';
import { useTill } from '../session/till-context.ts';
import { useLive } from './use-live.ts';

/** Levels of these products in this store, by SKU. */
export const useStock = (skus: readonly string[]): ReadonlyMap<string, StockLevel> => {
  const { view } = useTill().store;
  return useLive(() => view.stockLevels(skus), `stock:${skus.join(' ')}`) ?? new Map();
};

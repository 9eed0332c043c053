import { useRef } from 'react';
import type { StockLevel } from '#shared/domain/stock/schema.ts';
import { useTill } from './till-context.ts';

/** Of a product that is promised to web orders: its level, where the open basket takes more than what is free. */
export type ReservedCheck = (sku: string) => Promise<StockLevel | null>;

/**
 * Whether what was just put into the basket is promised to somebody else. Once for a basket and product; books that
 * say there is none and promise none are not asked about: what lies on the counter is there.
 */
export const useReservedCheck = (): ReservedCheck => {
  const { store, basket } = useTill();
  const asked = useRef<ReadonlySet<string>>(new Set());
  return async (sku) => {
    const level = (await store.view.stockLevels([sku])).get(sku);
    const { orderId, lines } = basket.getState().basket;
    const taken = lines
      .filter((line) => line.sku === sku)
      .reduce((sum, { quantity }) => sum + quantity, 0);
    const key = `${orderId}:${sku}`;
    if (!level || level.reserved === 0 || asked.current.has(key)) return null;
    if (level.onHand - level.reserved >= taken || taken === 0) return null;
    asked.current = new Set([...asked.current, key]);
    return level;
  };
};

import type { StockCount } from '../domain/stock/schema.ts';
import { happenedAt } from './happened-at.ts';
import type { Operation } from './operation.ts';

/** A count of one product in the store of its operation. */
export type CountedSku = { readonly sku: string; readonly count: StockCount };

const earlier = (left: string, right: string): string => (left < right ? left : right);

/**
 * What an operation counted, at corrected times: never later than the operation itself, whatever the till's clock did
 * between. Of a product counted twice in it the later count.
 */
export const countsOf = (operation: Operation): CountedSku[] => {
  if (operation.type !== 'stock.counted') return [];
  const { id: operationId, clockOffset, payload } = operation;
  const end = happenedAt(operation);
  const counts = payload.lines.map(({ sku, counted, from, at }) => {
    const last = earlier(happenedAt({ at, clockOffset }), end);
    const first = earlier(happenedAt({ at: from, clockOffset }), last);
    return { sku, count: { operationId, from: first, at: last, quantity: counted } };
  });
  const bySku = new Map<string, CountedSku>();
  for (const one of counts) {
    const held = bySku.get(one.sku);
    if (held === undefined || held.count.at <= one.count.at) bySku.set(one.sku, one);
  }
  return [...bySku.values()];
};

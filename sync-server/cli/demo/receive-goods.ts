import type { Category, Product } from '#shared/domain/catalog/schema.ts';
import { type Quantity, quantity } from '#shared/kernel/quantity.ts';
import type { OperationContent } from '#shared/operations/operation.ts';
import { goodsMoved } from './act-effects.ts';
import type { Act } from './demo-till.ts';
import type { PlacedOrder } from './tell-past.ts';

type Told = {
  readonly acts: readonly Act[];
  readonly orders: readonly PlacedOrder[];
  readonly until: string;
};

/** Whether goods of an order still wait in their store at a time. */
const isWaiting = ({ plan: { handedOverAt, canceledAt } }: PlacedOrder, until: string): boolean =>
  (handedOverAt === null || handedOverAt > until) && canceledAt === null;

/** What must have been there so that this is left, and so that nothing was ever sold that was not there. */
const neededAtStart = (
  storeId: string,
  left: ReadonlyMap<string, Quantity>,
  { acts, orders, until }: Told,
): Map<string, number> => {
  const balance = new Map<string, number>();
  const lowest = new Map<string, number>();
  for (const { content } of acts)
    for (const { sku, quantity: moved } of goodsMoved(content, storeId)) {
      const after = (balance.get(sku) ?? 0) + moved;
      balance.set(sku, after);
      lowest.set(sku, Math.min(lowest.get(sku) ?? 0, after));
    }
  const needed = new Map<string, number>();
  for (const [sku, count] of left) needed.set(sku, count - (balance.get(sku) ?? 0));
  for (const placed of orders)
    if (isWaiting(placed, until))
      for (const { sku, quantity: count } of placed.order.lines)
        needed.set(sku, (needed.get(sku) ?? 0) + count);
  for (const [sku, low] of lowest) needed.set(sku, Math.max(needed.get(sku) ?? 0, 0 - low));
  return needed;
};

/**
 * The deliveries, one a category, with which a store's past began: what was sold since, what waits for its
 * customers, and what shall be left to sell.
 */
export const receiveGoods = (
  storeId: string,
  products: readonly Product[],
  categories: readonly Category[],
  left: ReadonlyMap<string, Quantity>,
  past: Told,
): OperationContent[] => {
  const needed = neededAtStart(storeId, left, past);
  return categories.map(({ id: categoryId }, index) => ({
    type: 'stock.received',
    payload: {
      deliveryId: null,
      reference: `OMNI-${storeId}-${index + 1}`,
      lines: products
        .filter((product) => product.categoryId === categoryId && product.kind === 'goods')
        .flatMap(({ sku }) => {
          const count = quantity(needed.get(sku) ?? 0);
          return count > 0 ? [{ id: sku, sku, quantity: count, expected: null }] : [];
        }),
    },
  }));
};

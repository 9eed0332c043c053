import type { Category, Product } from '#shared/domain/catalog/schema.ts';
import { type Quantity, quantity } from '#shared/kernel/quantity.ts';
import type { OperationContent } from '#shared/operations/operation.ts';
import { goodsMoved } from './act-effects.ts';
import type { Act } from './demo-till.ts';
import type { PlacedOrder } from './tell-past.ts';

/** Whether goods of an order still wait in their store at a time. */
const isWaiting = ({ plan: { handedOverAt, canceledAt } }: PlacedOrder, until: string): boolean =>
  (handedOverAt === null || handedOverAt > until) && (canceledAt === null || canceledAt > until);

/**
 * The deliveries, one a category, with which a store's past began: what was sold since, what waits for its
 * customers, and what shall be left to sell.
 */
export const receiveGoods = (
  storeId: string,
  products: readonly Product[],
  categories: readonly Category[],
  left: ReadonlyMap<string, Quantity>,
  past: {
    readonly acts: readonly Act[];
    readonly orders: readonly PlacedOrder[];
    readonly until: string;
  },
): OperationContent[] => {
  const needed = new Map<string, number>(left);
  const need = (sku: string, count: number): void => {
    needed.set(sku, (needed.get(sku) ?? 0) + count);
  };
  for (const { content } of past.acts)
    for (const { sku, quantity: moved } of goodsMoved(content, storeId)) need(sku, 0 - moved);
  for (const placed of past.orders)
    if (isWaiting(placed, past.until))
      for (const line of placed.order.lines) need(line.sku, line.quantity);
  return categories.map(({ id: categoryId }, index) => ({
    type: 'stock.received',
    payload: {
      reference: `OMNI-${storeId}-${index + 1}`,
      lines: products
        .filter((product) => product.categoryId === categoryId && product.kind === 'goods')
        .flatMap(({ sku }) => {
          const count = quantity(needed.get(sku) ?? 0);
          return count > 0 ? [{ id: sku, sku, quantity: count }] : [];
        }),
    },
  }));
};

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

type Change = { readonly at: string; readonly sku: string; readonly quantity: number };

/** What somebody could buy grows and shrinks by: an order takes it when it is placed, whenever the goods leave. */
const freeChanges = (storeId: string, { acts, orders }: Told): Change[] => {
  const moved = acts
    .filter(({ content }) => content.type !== 'pickup.handedOver')
    .flatMap(({ at, content }) =>
      goodsMoved(content, storeId).map(({ sku, quantity: count }) => ({
        at,
        sku,
        quantity: count,
      })),
    );
  const reserved = orders.flatMap(({ order, plan }) =>
    order.lines.flatMap(({ sku, quantity: count }): Change[] => [
      { at: plan.placedAt, sku, quantity: 0 - count },
      ...(plan.canceledAt === null ? [] : [{ at: plan.canceledAt, sku, quantity: count }]),
    ]),
  );
  return [...moved, ...reserved].toSorted((left, right) =>
    left.at === right.at ? 0 : left.at < right.at ? -1 : 1,
  );
};

/** What must have been there so that this is left, and so that nothing was ever sold or promised that was not there. */
const neededAtStart = (
  storeId: string,
  left: ReadonlyMap<string, Quantity>,
  past: Told,
): Map<string, number> => {
  const needed = new Map<string, number>(left);
  const add = (sku: string, count: number): void =>
    void needed.set(sku, (needed.get(sku) ?? 0) + count);
  for (const { content } of past.acts)
    for (const { sku, quantity: moved } of goodsMoved(content, storeId)) add(sku, 0 - moved);
  for (const placed of past.orders)
    if (isWaiting(placed, past.until))
      for (const { sku, quantity: count } of placed.order.lines) add(sku, count);
  const free = new Map<string, number>();
  for (const { sku, quantity: change } of freeChanges(storeId, past)) {
    const after = (free.get(sku) ?? 0) + change;
    free.set(sku, after);
    needed.set(sku, Math.max(needed.get(sku) ?? 0, 0 - after));
  }
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

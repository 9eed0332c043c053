import type { Order } from '#shared/domain/order/schema.ts';
import type { TillStore } from '../store/till-store.ts';

const PAGE = 500;

/** Every order that this till holds. */
export const ordersHere = async ({ view }: Pick<TillStore, 'view'>): Promise<Order[]> => {
  const found: Order[] = [];
  for (;;) {
    const page = await view.recentOrders(PAGE, found.at(-1) ?? null);
    found.push(...page);
    if (page.length < PAGE) return found;
  }
};

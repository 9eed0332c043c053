import type { Order } from '#shared/domain/order/schema.ts';
import type { TillStore } from '../store/till-store.ts';

type Here = Pick<TillStore, 'view'>;

const PAGE = 500;

/** Every order that this till holds, newest first, in portions. */
export async function* orderPagesHere({ view }: Here): AsyncGenerator<readonly Order[]> {
  let last: Order | null = null;
  for (;;) {
    const page: readonly Order[] = await view.recentOrders(PAGE, last);
    yield page;
    last = page.at(-1) ?? null;
    if (page.length < PAGE) return;
  }
}

/** All of them at once. */
export const ordersHere = async (till: Here): Promise<Order[]> => {
  const found: Order[] = [];
  for await (const page of orderPagesHere(till)) found.push(...page);
  return found;
};

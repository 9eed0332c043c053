import type { Order } from '#shared/domain/order/schema.ts';
import type { TillStore } from '../store/till-store.ts';

/** Among so many of the store's newest orders it is looked for. */
const LOOKED_AT = 50;

/** What this till sold last over the counter; null = nothing it knows of. */
export const lastSale = async (
  { view }: Pick<TillStore, 'view'>,
  tillId: string,
): Promise<Order | null> => {
  const orders = await view.recentOrders(LOOKED_AT, null);
  const isOwn = ({ channel, provisional, tillId: soldAt }: Order): boolean =>
    channel === 'store' && !provisional && soldAt === tillId;
  return orders.find(isOwn) ?? null;
};

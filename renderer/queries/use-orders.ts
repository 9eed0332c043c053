import type { Order } from '#shared/domain/order/schema.ts';
import type { OrderSync } from '../store/view.ts';
import { useLive } from './use-live.ts';
import { useTillData } from './till-data.ts';

/** Web orders whose goods wait in this store, soonest deadline first. */
export const useOpenPickups = (): Order[] | undefined => {
  const { view } = useTillData().store;
  return useLive(async () => {
    const orders = await view.openPickups();
    return orders.toSorted((left, right) =>
      (left.pickup?.expiresAt ?? '') < (right.pickup?.expiresAt ?? '') ? -1 : 1,
    );
  }, 'open-pickups');
};

/** Goods changed hands: sold at the counter, or a web order that was collected. */
const isReceipt = ({ pickup }: Order): boolean => pickup === null || pickup.handOvers.length > 0;

export type ReceiptRow = { readonly order: Order; readonly sync: OrderSync };

/** Those of the newest `limit` orders that have a receipt, with how far each has come. */
export const useReceipts = (limit: number): ReceiptRow[] | undefined => {
  const { view } = useTillData().store;
  return useLive(async () => {
    const orders = (await view.recentOrders(limit, null)).filter(isReceipt);
    return Promise.all(orders.map(async (order) => ({ order, sync: await view.orderSync(order) })));
  }, `receipts:${limit}`);
};

export const useOrder = (id: string): Order | null | undefined => {
  const { view } = useTillData().store;
  return useLive(() => view.order(id), `order:${id}`);
};

import type { Order } from '#shared/domain/order/schema.ts';
import { goodsToPutBack } from '#shared/domain/pickup/close.ts';
import type { PricedLine } from '#shared/domain/pricing/schema.ts';
import type { TillStore } from '../store/till-store.ts';
import { isOpenPickup } from '../store/order-lists.ts';
import { type OpenException, readOpenExceptions } from './use-exceptions.ts';
import { useLive } from './use-live.ts';
import { useTillData } from './till-data.ts';

/** A web order that this store has something to do with, and what there is to do beside handing it over. */
export type QueuedPickup = {
  readonly order: Order;
  /** Its goods wait here for their customer. */
  readonly isOpen: boolean;
  /** Goods that stand ready for nobody any more. */
  readonly putBack: readonly PricedLine[];
  readonly exceptions: readonly OpenException[];
};

/** Open orders, those whose goods are to be put back, and those about which something contradicts. */
const readQueue = async (store: TillStore, storeId: string): Promise<QueuedPickup[]> => {
  const { view } = store;
  const exceptions = (await readOpenExceptions(store)).filter(
    ({ exception }) => exception.subject.type === 'order',
  );
  const contradicted = await Promise.all(
    [...new Set(exceptions.map(({ exception }) => exception.subject.id))].map((id) =>
      view.order(id),
    ),
  );
  const orders = new Map<string, Order>();
  for (const order of [
    // One that was moved to another store a moment ago is that store's.
    ...(await view.openPickups()).filter((order) => order.storeId === storeId),
    ...(await view.putBacks()),
    ...contradicted.filter((order) => order !== null),
  ])
    if (order.pickup !== null) orders.set(order.id, order);
  return [...orders.values()]
    .toSorted((left, right) =>
      (left.pickup?.expiresAt ?? '') < (right.pickup?.expiresAt ?? '') ? -1 : 1,
    )
    .map((order) => ({
      order,
      isOpen: order.storeId === storeId && isOpenPickup(order),
      putBack: goodsToPutBack(order, storeId),
      exceptions: exceptions.filter(({ exception }) => exception.subject.id === order.id),
    }));
};

/** The work of the pickup counter, soonest deadline first; `undefined` until it is read. */
export const usePickupQueue = (): QueuedPickup[] | undefined => {
  const { store, identity } = useTillData();
  return useLive(() => readQueue(store, identity.storeId), 'pickup-queue');
};

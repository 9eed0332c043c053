import type { Delivery } from '#shared/domain/delivery/schema.ts';
import { useLive } from './use-live.ts';
import { useTillData } from './till-data.ts';

/** What is on its way to this store, and what came otherwise than it was sent; the latest first. */
export const useDeliveries = (): readonly Delivery[] | undefined => {
  const { store, identity } = useTillData();
  return useLive(
    async () =>
      (await store.view.deliveries()).filter(({ toStoreId }) => toStoreId === identity.storeId),
    'deliveries',
  );
};

import type { WaitingBasket } from '#shared/domain/basket/apply.ts';
import { useLive } from './use-live.ts';
import { useTillData } from './till-data.ts';

/** Baskets of this store that wait for their customers, the latest first. */
export const useParkedBaskets = (): readonly WaitingBasket[] | undefined => {
  const { store } = useTillData();
  return useLive(async () => store.view.parkedBaskets(), 'parked');
};

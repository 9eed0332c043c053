import { useSyncExternalStore } from 'react';
import type { References } from '../store/references.ts';
import { useTillData } from './till-data.ts';

/** Settings, categories, promotions, staff and customers, as last pulled. */
export const useReferences = (): References => {
  const { view } = useTillData().store;
  return useSyncExternalStore(view.onChange, view.references);
};

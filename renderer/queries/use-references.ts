import { useSyncExternalStore } from 'react';
import { useTill } from '../session/till-context.ts';
import type { References } from '../store/references.ts';

/** Settings, categories, promotions, staff and customers, as last pulled. */
export const useReferences = (): References => {
  const { view } = useTill().store;
  return useSyncExternalStore(view.onChange, view.references);
};

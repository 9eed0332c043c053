import { useSyncExternalStore } from 'react';
import type { QuickKeys } from '#shared/domain/quick-keys/schema.ts';
import { useTillData } from './till-data.ts';

/** The store's quick keys, as pulled and with what was arranged here since; null = nobody arranged any. */
export const useQuickKeys = (): QuickKeys | null => {
  const { view } = useTillData().store;
  return useSyncExternalStore(view.onChange, view.quickKeys);
};

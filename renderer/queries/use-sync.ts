import { useSyncExternalStore } from 'react';
import { useTill } from '../session/till-context.ts';
import type { SyncStatus } from '../store/sync-status.ts';

export const useSyncStatus = (): SyncStatus => {
  const { sync } = useTill();
  return useSyncExternalStore(sync.onStatus, sync.status);
};

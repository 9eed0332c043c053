import { useSyncExternalStore } from 'react';
import type { SyncStatus } from '../store/sync-status.ts';
import { useTillData } from './till-data.ts';

export const useSyncStatus = (): SyncStatus => {
  const { sync } = useTillData();
  return useSyncExternalStore(sync.onStatus, sync.status);
};

import { useEffect, useState, useSyncExternalStore } from 'react';
import { useTill } from '../session/till-context.ts';
import { queuedOf } from '../store/queue.ts';
import { readSyncState } from '../store/sync-state.ts';
import type { SyncStatus } from '../sync/sync-loop.ts';
import { useLive } from './use-live.ts';

export const useSyncStatus = (): SyncStatus => {
  const { sync } = useTill();
  return useSyncExternalStore(sync.onStatus, sync.status);
};

/** Operations that wait to be sent, and when the server was last heard. */
export const useQueue = (): { queued: number; lastContactAt: string | null } => {
  const { store, sync } = useTill();
  const [rounds, setRounds] = useState(0);
  useEffect(() => sync.onStatus(() => setRounds((count) => count + 1)), [sync]);
  const ask = async () => {
    const { lastContactAt } = await readSyncState(store.ledger);
    return { queued: await queuedOf(store.ledger), lastContactAt };
  };
  return useLive(ask, `queue:${rounds}`) ?? { queued: 0, lastContactAt: null };
};

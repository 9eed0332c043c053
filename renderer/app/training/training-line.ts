import type { Change } from '#shared/protocol/pull.ts';
import { streamName } from '#shared/protocol/pull.ts';
import type { Operation } from '#shared/operations/operation.ts';
import { readSyncState, writeSyncState } from '#renderer/store/sync-state.ts';
import type { SyncLine, SyncStatus } from '#renderer/store/sync-status.ts';
import type { TillStore } from '#renderer/store/till-store.ts';

/** The line of training: it leads to no server, and behaves as if there were one. */
export type TrainingLine = SyncLine & {
  readonly isOnline: () => boolean;
  /** Takes the network away, or brings it back and with it what was done meanwhile to the «server». */
  readonly setOnline: (isOnline: boolean) => Promise<void>;
  /** Documents by id come down in a stream of this store; null = gone. */
  readonly bring: (
    collection: 'orders' | 'references' | 'exceptions',
    documents: Iterable<readonly [string, unknown]>,
  ) => Promise<void>;
};

export const createTrainingLine = (
  { ledger, journal, view, now }: Omit<TillStore, 'state'>,
  storeId: string,
): TrainingLine => {
  const listeners = new Set<(status: SyncStatus) => void>();
  let isOnline = true;
  let last: Operation | null = null;
  let checkpoint = 0;
  let status: SyncStatus = { phase: 'synced', cause: null, since: now(), nextAttemptAt: null };

  const show = (next: Pick<SyncStatus, 'phase' | 'cause'>): void => {
    const since = next.phase === status.phase ? status.since : now();
    status = { ...next, since, nextAttemptAt: null };
    for (const listener of listeners) listener(status);
  };

  const bring: TrainingLine['bring'] = async (collection, documents) => {
    checkpoint += 1;
    const changes = [...documents].map(([id, document]): Change => ({ id, document }));
    // It contains nothing of what was done here: the till lays that over it, as over what came down before.
    await view.sink.applyPage(
      { stream: streamName(collection, storeId), checkpoint, complete: true, changes },
      { checkpoint, appliedThrough: {} },
    );
  };

  /** What a server would say to all that was done: that it has it. */
  const acknowledge = async (): Promise<void> => {
    const state = await readSyncState(ledger);
    const acknowledged = last === null ? {} : { [last.journalId]: last.seq };
    const writtenByThen = last && { journalId: last.journalId, seq: last.seq };
    await writeSyncState(ledger, { ...state, acknowledged, lastContactAt: now(), writtenByThen });
    show({ phase: 'synced', cause: null });
  };

  const settled = async ({ type, payload }: Operation): Promise<void> => {
    if (type === 'exception.resolved') await bring('exceptions', [[payload.exceptionId, null]]);
  };

  journal.onAppend((operation) => {
    last = operation;
    if (!isOnline) return;
    settled(operation)
      .then(acknowledge)
      .catch((error: unknown) => reportError(error));
  });

  return {
    status: () => status,
    onStatus: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    wake: () => undefined,
    isOnline: () => isOnline,
    setOnline: async (wanted) => {
      isOnline = wanted;
      if (wanted) await acknowledge();
      else show({ phase: 'offline', cause: 'no_network' });
    },
    bring,
  };
};

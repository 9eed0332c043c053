import { useEffect, useState } from 'react';
import type { Exception } from '#shared/domain/exception/schema.ts';
import type { Envelope } from '#shared/operations/envelope.ts';
import { newestQueued, queuedOf } from '../store/queue.ts';
import { readSyncState } from '../store/sync-state.ts';
import { useLive } from './use-live.ts';
import { useTillData } from './till-data.ts';

export type Queue = {
  /** Operations that the server is not known to hold. */
  readonly queued: number;
  /** The newest of them, newest first. */
  readonly newest: readonly Envelope[];
  readonly queuedSales: number;
  /** Ids of operations of this till that the server kept aside. */
  readonly unprocessed: readonly string[];
  /** Contradictions about orders of this store that nobody decided yet. */
  readonly undecided: readonly Exception[];
  readonly lastContactAt: string | null;
};

/** Enough for what people count and read; a longer queue is only counted. */
const READ = 200;

const NOTHING: Queue = {
  queued: 0,
  newest: [],
  queuedSales: 0,
  unprocessed: [],
  undecided: [],
  lastContactAt: null,
};

/** What waits to be sent, what a person must look at, and when the server was last heard. */
export const useQueue = (): Queue => {
  const { store, sync } = useTillData();
  const { ledger, state } = store;
  const [rounds, setRounds] = useState(0);
  useEffect(() => sync.onStatus(() => setRounds((count) => count + 1)), [sync]);
  const ask = async (): Promise<Queue> => {
    const queued = await queuedOf(ledger);
    const newest = queued === 0 ? [] : await newestQueued(ledger, READ);
    const statuses = await state.statuses();
    const exceptions = await state.openExceptions();
    return {
      queued,
      newest,
      queuedSales: newest.filter(({ type }) => type === 'sale.completed').length,
      unprocessed: statuses.filter(({ status }) => status === 'quarantined').map(({ id }) => id),
      undecided: exceptions.filter(({ subject }) => subject.type === 'order'),
      lastContactAt: (await readSyncState(ledger)).lastContactAt,
    };
  };
  return useLive(ask, `queue:${rounds}`) ?? NOTHING;
};

import {
  copyOf,
  emptyState,
  headsOf,
  type MemoryState,
  pageOf,
  quarantinedIn,
} from './memory-state.ts';
import { createMemoryTransaction } from './memory-transaction.ts';
import { createMemoryWrites } from './memory-writes.ts';
import { type Store, type StoreTransaction, StoreUnavailable } from './store.ts';

/** What a memory store holds at a moment; opaque, as a backup is. */
export type MemoryBackup = { readonly state: MemoryState };

export type MemoryStore = Store & {
  /** A copy of everything, as it is between two transactions. */
  readonly backup: () => Promise<MemoryBackup>;
  /** Everything becomes as it was when the backup was taken, the epoch too. */
  readonly restore: (backup: MemoryBackup) => Promise<void>;
  /** What is in it now, to look at and never to change. */
  readonly contents: () => MemoryState;
};

export type MemoryStoreOptions = {
  readonly epoch: string;
  /**
   * Called before each single write and before each commit with its name. What it throws ends the transaction as a
   * crash does: nothing of it stays.
   */
  readonly beforeWrite?: (write: string) => void;
};

class Crash extends StoreUnavailable {}

/** The server's store in memory: for the simulation and for tests. One transaction at a time. */
export const createMemoryStore = ({ epoch, beforeWrite }: MemoryStoreOptions): MemoryStore => {
  const listeners = new Set<(streams: readonly string[]) => void>();
  let state = emptyState(epoch);
  let queue: Promise<unknown> = Promise.resolve();

  const exclusive = <Value>(work: () => Promise<Value> | Value): Promise<Value> => {
    const done = queue.then(work);
    queue = done.catch(() => null);
    return done;
  };

  const guard = (write: string): void => {
    try {
      beforeWrite?.(write);
    } catch (error) {
      throw new Crash(write, { cause: error });
    }
  };

  const run = async <Value>(work: (tx: StoreTransaction) => Promise<Value>) => {
    const writes = createMemoryWrites(state, guard);
    try {
      const value = await work(createMemoryTransaction(state, writes));
      guard('commit');
      return { value, streams: writes.changedStreams() };
    } catch (error) {
      writes.undoTo(0);
      throw error;
    }
  };

  return {
    transaction: async (work) => {
      const { value, streams } = await exclusive(() => run(work));
      if (streams.length > 0) for (const listener of listeners) listener(streams);
      return value;
    },
    pull: (stream, after, limit) => exclusive(() => pageOf(state, stream, after, limit)),
    appliedThrough: (tillId) => exclusive(() => headsOf(state, tillId)),
    quarantined: (reasons) => exclusive(() => quarantinedIn(state, reasons)),
    epoch: () => exclusive(() => state.epochs.at(-1) ?? epoch),
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: async () => {
      await queue;
    },
    backup: () => exclusive(() => ({ state: copyOf(state) })),
    restore: (backup) =>
      exclusive(() => {
        const { lastSeq } = state;
        state = copyOf(backup.state);
        // What is written from now on has other numbers than what is lost, as by the clock in a database.
        const gap = { after: state.lastSeq, before: lastSeq + 1, epoch: state.epochs.at(-1) };
        state.gaps.push(gap);
        state.lastSeq = lastSeq;
      }),
    contents: () => state,
  };
};

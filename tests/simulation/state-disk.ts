import type { StreamPage } from '#shared/protocol/pull.ts';
import { collectionOf } from '#renderer/store/collection-of.ts';
import { createMemoryStateStore } from '#renderer/store/memory-state-store.ts';
import type { StateStore, StreamPosition } from '#renderer/store/state-store.ts';
import type { Random } from './random.ts';

type Written = { readonly page: StreamPage; readonly position: StreamPosition };

/**
 * A till's relaxed disk: a power cut may take back what was written last. Each collection is a database of its own,
 * so each may go back by another number of writes.
 */
export type StateDisk = {
  readonly open: (gate: () => Promise<void>, random: () => Random) => StateStore;
  readonly lose: () => void;
  /** Every collection loses some of its last writes, or none. */
  readonly goBack: (random: Random) => Promise<void>;
  /** A copy of it. */
  readonly copy: () => StateCopy;
  readonly goBackTo: (copy: StateCopy) => Promise<void>;
};

/** What was written to each collection; null = it was emptied. */
export type StateCopy = ReadonlyMap<string, readonly (Written | null)[]>;

/** What is left of a page when the machine stops in the middle of writing it. */
const tear = ({ page, position }: Written, cut: number, before: StreamPosition): Written[] => [
  { page: { ...page, complete: false, changes: page.changes.slice(0, cut) }, position: before },
  { page: { ...page, changes: page.changes.slice(cut) }, position },
];

const START: StreamPosition = { checkpoint: 0, appliedThrough: {} };

export const createStateDisk = (): StateDisk => {
  let logs: StateCopy = new Map();
  let inner = createMemoryStateStore();

  const note = (collection: string, entry: Written | null): void => {
    logs = new Map([...logs, [collection, [...(logs.get(collection) ?? []), entry]]]);
  };

  const goBackTo = async (copy: StateCopy): Promise<void> => {
    logs = copy;
    inner = createMemoryStateStore();
    for (const log of copy.values())
      for (const written of log.slice(log.lastIndexOf(null) + 1))
        if (written) await inner.applyPage(written.page, written.position);
  };

  return {
    open: (gate, random) => {
      const reading = async <Value>(
        read: (store: StateStore) => Promise<Value>,
      ): Promise<Value> => {
        await gate();
        const value = await read(inner);
        await gate();
        return value;
      };
      const write = async (written: Written): Promise<void> => {
        await inner.applyPage(written.page, written.position);
        note(collectionOf(written.page.stream), written);
        await gate();
      };
      return {
        positions: () => reading((store) => store.positions()),
        isWhole: () => reading((store) => store.isWhole()),
        applyPage: async (page, position) => {
          await gate();
          const before = (await inner.positions())[page.stream] ?? START;
          const isTorn = page.changes.length > 1 && random().chance(0.3);
          const parts = isTorn
            ? tear({ page, position }, random().below(page.changes.length), before)
            : [{ page, position }];
          for (const part of parts) await write(part);
        },
        reset: async () => {
          await gate();
          await inner.reset();
          for (const collection of logs.keys()) note(collection, null);
          await gate();
        },
        orders: (ids) => reading((store) => store.orders(ids)),
        openPickups: () => reading((store) => store.openPickups()),
        lowStock: (storeId) => reading((store) => store.lowStock(storeId)),
        putBacks: () => reading((store) => store.putBacks()),
        recentOrders: (limit, before) => reading((store) => store.recentOrders(limit, before)),
        stockLevels: (storeId, skus) => reading((store) => store.stockLevels(storeId, skus)),
        references: () => reading((store) => store.references()),
        statuses: () => reading((store) => store.statuses()),
        openExceptions: () => reading((store) => store.openExceptions()),
        exceptions: (ids) => reading((store) => store.exceptions(ids)),
      };
    },
    lose: () => {
      logs = new Map();
      inner = createMemoryStateStore();
    },
    goBack: (random) =>
      goBackTo(
        new Map(
          [...logs].map(([collection, log]) => [
            collection,
            log.slice(0, log.length - random.below(Math.min(log.length, 12) + 1)),
          ]),
        ),
      ),
    copy: () => logs,
    goBackTo,
  };
};

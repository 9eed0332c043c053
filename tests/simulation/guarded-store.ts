import { type Store, type StoreTransaction, StoreUnavailable } from '#server/store/store.ts';

export type Guards = {
  /** Stands before every use of the store. */
  readonly gate: () => Promise<void>;
  /** Called before each write and each commit; what it throws ends the transaction. */
  readonly beforeWrite: () => void;
  /** Lets the scheduler know that a database of its own time works. */
  readonly outside: <Value>(work: Promise<Value>) => Promise<Value>;
  /** The most documents in a page, so that small shops have many pages too. */
  readonly pageLimit: number;
};

const guardTransaction = (tx: StoreTransaction, beforeWrite: () => void): StoreTransaction => {
  const write =
    <Arguments extends unknown[], Value>(run: (...all: Arguments) => Promise<Value>) =>
    async (...all: Arguments): Promise<Value> => {
      beforeWrite();
      return run(...all);
    };
  return {
    ...tx,
    putJournal: write(tx.putJournal),
    putOperations: write(tx.putOperations),
    insertForks: write(tx.insertForks),
    putDocuments: async (collection, rows) => {
      beforeWrite();
      return tx.putDocuments(collection, rows);
    },
    insertMovements: write(tx.insertMovements),
    putReservations: write(tx.putReservations),
    insertSaleLines: write(tx.insertSaleLines),
    insertMoney: write(tx.insertMoney),
    renewEpoch: write(tx.renewEpoch),
  };
};

/** The store as one running server has it: it may stop between any two of its writes. */
export const guardStore = (store: Store, guards: Guards): Store => {
  const { gate, outside, pageLimit } = guards;
  const beforeWrite = (): void => {
    try {
      guards.beforeWrite();
    } catch (error) {
      throw new StoreUnavailable('guard', { cause: error });
    }
  };
  return {
    ...store,
    transaction: async (work) => {
      await gate();
      const value = await outside(
        store.transaction(async (tx) => {
          const result = await work(guardTransaction(tx, beforeWrite));
          beforeWrite();
          return result;
        }),
      );
      await gate();
      return value;
    },
    pull: async (stream, after, limit) => {
      await gate();
      return outside(store.pull(stream, after, Math.min(limit, pageLimit)));
    },
    appliedThrough: async (tillId) => {
      await gate();
      return outside(store.appliedThrough(tillId));
    },
    quarantined: async (reasons) => {
      await gate();
      return outside(store.quarantined(reasons));
    },
    epoch: async () => {
      await gate();
      return outside(store.epoch());
    },
  };
};

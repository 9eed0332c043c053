import { type Catalog, openCatalog } from '../catalog/catalog.ts';
import { webCrypto } from '../host/web-crypto.ts';
import { createJournal, type Exclusive, type Journal } from '../store/journal.ts';
import { openTillKeys } from '../store/key-store.ts';
import type { Ledger } from '../store/ledger.ts';
import { openRxdbLedger } from '../store/rxdb/rxdb-ledger.ts';
import { openRxdbStateStore } from '../store/rxdb/rxdb-state-store.ts';
import { workerStorage } from '../store/rxdb/worker-storage.ts';
import type { StateStore } from '../store/state-store.ts';

/** What lies on this machine's disk. */
export type Stores = {
  readonly ledger: Ledger;
  readonly state: StateStore;
  readonly catalog: Catalog;
  readonly keys: CryptoKeyPair;
  readonly journal: Journal;
  readonly now: () => string;
};

const now = (): string => new Date().toISOString();

const exclusive: Exclusive = async (task) => navigator.locks.request('omnitill-journal', task);

/**
 * Takes the till for this window and keeps it while the window lives (rule J2); false when another window of this
 * browser has it.
 */
export const ownTill = (): Promise<boolean> =>
  new Promise((resolve) => {
    void navigator.locks.request('omnitill-owner', { ifAvailable: true }, async (lock) => {
      resolve(lock !== null);
      if (lock !== null) await new Promise(() => undefined);
    });
  });

export const openStores = async (): Promise<Stores> => {
  const [ledger, state, keys] = await Promise.all([
    openRxdbLedger(workerStorage('strict')),
    openRxdbStateStore(workerStorage('relaxed')),
    openTillKeys(),
  ]);
  const journal = createJournal({ ledger, crypto: webCrypto, exclusive, now });
  return { ledger, state, keys, journal, catalog: openCatalog(), now };
};

import type { Crypto } from '#shared/kernel/crypto.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { openWorkerCatalog } from '../catalog/worker-catalog.ts';
import { webCrypto } from '../host/web-crypto.ts';
import { createJournal, type Exclusive, type Journal } from '../store/journal.ts';
import { openTillKeys } from '../store/key-store.ts';
import type { RestorableLedger } from '../store/ledger.ts';
import { openRxdbLedger } from '../store/rxdb/rxdb-ledger.ts';
import { openRxdbStateStore } from '../store/rxdb/rxdb-state-store.ts';
import { workerStorage } from '../store/rxdb/worker-storage.ts';
import type { StateStore } from '../store/state-store.ts';

/** What lies on this machine's disk. */
export type Stores = {
  readonly ledger: RestorableLedger;
  readonly state: StateStore;
  readonly catalog: Catalog;
  readonly keys: CryptoKeyPair;
  readonly journal: Journal;
  readonly crypto: Crypto;
  readonly now: () => string;
};

const now = (): string => new Date().toISOString();

const exclusive: Exclusive = async (task) => navigator.locks.request('omnitill-journal', task);

/**
 * Takes the till for this window and keeps it while the window lives (rule J2). Waits while another window has it;
 * `onWaiting` is told so that this one can say it.
 */
export const ownTill = (onWaiting: () => void): Promise<void> =>
  new Promise((resolve) => {
    const keep = async (): Promise<void> => {
      resolve();
      await new Promise(() => undefined);
    };
    void navigator.locks.request('omnitill-owner', { ifAvailable: true }, async (lock) => {
      if (lock !== null) return keep();
      onWaiting();
      void navigator.locks.request('omnitill-owner', keep);
    });
  });

export const openStores = async (): Promise<Stores> => {
  const [ledger, state, keys] = await Promise.all([
    openRxdbLedger(workerStorage('strict')),
    openRxdbStateStore(workerStorage('relaxed')),
    openTillKeys(),
  ]);
  const crypto = webCrypto;
  const journal = createJournal({ ledger, crypto, exclusive, now });
  return { ledger, state, keys, journal, catalog: openWorkerCatalog(reportError), crypto, now };
};

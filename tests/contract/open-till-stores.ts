import { randomUUID } from 'node:crypto';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { getRxStorageDexie } from 'rxdb/plugins/storage-dexie';
import type { RestorableLedger } from '#renderer/store/ledger.ts';
import { createMemoryLedger } from '#renderer/store/memory-ledger.ts';
import { createMemoryStateStore } from '#renderer/store/memory-state-store.ts';
import { openRxdbLedger } from '#renderer/store/rxdb/rxdb-ledger.ts';
import { openRxdbStateStore } from '#renderer/store/rxdb/rxdb-state-store.ts';
import type { StateStore } from '#renderer/store/state-store.ts';

export type Opened<Store> = Store & { readonly close: () => Promise<unknown> };

/** Stores of one kind: each call of `create` has a disk of its own, which what it returns opens again and again. */
export type TillStoreKind<Store> = {
  readonly name: string;
  readonly create: () => () => Promise<Opened<Store>>;
};

const inMemory = <Store extends object>(create: () => Store): TillStoreKind<Store> => ({
  name: 'memory',
  create: () => {
    const store = create();
    return async () => ({ ...store, close: async () => undefined });
  },
});

type Open<Store> = (
  storage: ReturnType<typeof getRxStorageDexie>,
  name: string,
) => Promise<Opened<Store>>;

const inRxdb = <Store>(open: Open<Store>): TillStoreKind<Store> => ({
  name: 'RxDB',
  create: () => {
    const storage = getRxStorageDexie({ indexedDB: new IDBFactory(), IDBKeyRange });
    const name = `disk-${randomUUID()}`;
    return () => open(storage, name);
  },
});

export const ledgerKinds: readonly TillStoreKind<RestorableLedger>[] = [
  inMemory(createMemoryLedger),
  inRxdb(openRxdbLedger),
];

export const stateStoreKinds: readonly TillStoreKind<StateStore>[] = [
  inMemory(createMemoryStateStore),
  inRxdb(openRxdbStateStore),
];

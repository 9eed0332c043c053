import type { StoreTransaction } from '#server/store/store.ts';
import type { Exception } from '#shared/domain/exception/schema.ts';
import type { Change } from '#shared/protocol/pull.ts';
import type { OpenStore } from './open-stores.ts';

export const AT = '2026-01-02T03:04:05.678Z';

/** A document small enough to write by hand; `evidence` tells its versions apart. */
export const exception = (id: string, evidence: string): Exception => ({
  id,
  kind: 'below_zero',
  storeId: 'ALM1',
  subject: { type: 'stock', id },
  evidence: [evidence],
  otherStoreIds: [],
  amount: null,
  owner: 'store_manager',
  state: 'open',
  openedAt: AT,
  closedAt: null,
  resolution: null,
});

export const put = (tx: StoreTransaction, id: string, streams: readonly string[], evidence = '') =>
  tx.putDocuments('exceptions', [{ id, document: exception(id, evidence), streams }]);

/** Reads and writes small documents, each in a transaction of its own. */
export const smallDocuments = ({ store }: Pick<OpenStore, 'store'>) => ({
  pull: async (stream: string, after = 0, limit = 1000) => {
    const page = await store.pull(stream, after, limit);
    return { ...page, changes: JSON.parse(page.changes) as Change[] };
  },
  read: (id: string) => store.transaction((tx) => tx.document('exceptions', id)),
  write: (id: string, streams: readonly string[], evidence = '') =>
    store.transaction((tx) => put(tx, id, streams, evidence)),
});

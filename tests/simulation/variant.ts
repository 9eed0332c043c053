import type { Exclusive } from '#renderer/store/journal.ts';
import type { Ledger } from '#renderer/store/ledger.ts';
import type { StateStore } from '#renderer/store/state-store.ts';
import type { Transport } from '#renderer/sync/transport.ts';
import { ingestBatch } from '#server/ingest/ingest-batch.ts';
import { takeChannelAct } from '#server/ingest/take-channel-act.ts';
import type { Store } from '#server/store/store.ts';

/** Real parts that may be wrapped, to break a rule on purpose and see whether it is noticed. */
export type Variant = {
  readonly ledger: (ledger: Ledger) => Ledger;
  readonly exclusive: (exclusive: Exclusive) => Exclusive;
  readonly state: (state: StateStore) => StateStore;
  readonly transport: (transport: Transport) => Transport;
  readonly store: (store: Store) => Store;
  readonly ingest: typeof ingestBatch;
  readonly takeAct: typeof takeChannelAct;
};

export const REAL: Variant = {
  ledger: (ledger) => ledger,
  exclusive: (exclusive) => exclusive,
  state: (state) => state,
  transport: (transport) => transport,
  store: (store) => store,
  ingest: ingestBatch,
  takeAct: takeChannelAct,
};

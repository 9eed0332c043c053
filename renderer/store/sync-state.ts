import type { JournalPlace, Ledger } from './ledger.ts';

/** What the till remembers of its talks with the server. Losing it costs a question, never a fact. */
export type SyncState = {
  /** Epoch of the server that `acknowledged` speaks of (rule P6). */
  readonly epoch: string | null;
  /** Epoch that the pulled state belongs to; set once the state of an earlier one is gone. */
  readonly stateEpoch: string | null;
  /** Per journal the highest sequence the server said it holds. */
  readonly acknowledged: Readonly<Record<string, number>>;
  /** Server clock − till clock in milliseconds at the last contact (rule J7). */
  readonly clockOffset: number | null;
  readonly lastContactAt: string | null;
  /** What this till had written last by then; null = nothing. What came later tells of time since. */
  readonly writtenByThen: JournalPlace | null;
};

const KEY = 'sync';

const NEVER_MET: SyncState = {
  epoch: null,
  stateEpoch: null,
  acknowledged: {},
  clockOffset: null,
  lastContactAt: null,
  writtenByThen: null,
};

/** Of what an earlier build remembered, what it did not know is as if the server was never met. */
export const readSyncState = async (ledger: Ledger): Promise<SyncState> => ({
  ...NEVER_MET,
  ...(await ledger.readLocal<Partial<SyncState>>(KEY)),
});

export const writeSyncState = (ledger: Ledger, state: SyncState): Promise<void> =>
  ledger.writeLocal(KEY, state);

/** What came down may be less than it was: all of it is pulled anew at the next contact, and serves until then (rule P6). */
export const pullAnew = async (ledger: Ledger): Promise<void> =>
  writeSyncState(ledger, { ...(await readSyncState(ledger)), stateEpoch: null });

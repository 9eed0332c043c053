import type { Operation } from '#shared/operations/operation.ts';
import type { JournalHead } from '#shared/operations/seal.ts';

/** An operation as it lies on disk and goes over the wire. */
export type SealedText = {
  readonly journalId: string;
  readonly seq: number;
  readonly hash: string;
  readonly text: string;
};

/** Where an operation stands. */
export type JournalPlace = Pick<SealedText, 'journalId' | 'seq'>;

/**
 * What must survive a power cut: the journal, and beside it small documents that belong to this till alone
 * (identity, open basket, lock-out counters; rule J6). Every write is durable when its promise resolves (rule J4).
 */
export type Ledger = {
  /** Rejects when the sequence is taken already. */
  readonly append: (operation: Operation) => Promise<void>;
  readonly head: (journalId: string) => Promise<JournalHead | null>;
  /** Operations after a sequence, in sequence, at most `limit`. */
  readonly read: (journalId: string, after: number, limit: number) => Promise<SealedText[]>;
  readonly readLocal: <Value>(key: string) => Promise<Value | null>;
  readonly writeLocal: (key: string, value: unknown) => Promise<void>;
};

/** A ledger into which operations that it lost can be put back, as they were (rule J1). */
export type RestorableLedger = Ledger & {
  /** The first sequence that is missing while later ones are there; null = none is. */
  readonly gap: (journalId: string) => Promise<number | null>;
  /** Rejects when one of their sequences is taken already. */
  readonly restore: (rows: readonly SealedText[]) => Promise<void>;
};

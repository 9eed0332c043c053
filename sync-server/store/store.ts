import type { Movement } from '#shared/domain/stock/schema.ts';
import type { Reservation } from '#shared/domain/stock/reservations.ts';
import type { Collection } from '#shared/protocol/pull.ts';
import type { QuarantineReason } from '#shared/protocol/quarantine-reason.ts';

/** A till's journal as the server holds it: gapless from 1 to `headSeq`. */
export type JournalRow = {
  readonly journalId: string;
  readonly tillId: string;
  readonly storeId: string;
  /** Hash the first operation links to. */
  readonly linkHash: string;
  readonly headSeq: number;
  /** Hash of the operation at `headSeq`; `linkHash` while there is none. */
  readonly headHash: string;
};

export type OperationRow = {
  readonly journalId: string;
  readonly seq: number;
  readonly hash: string;
  /** As it was received, to the letter (rule P1). */
  readonly text: string;
  readonly receivedAt: string;
  readonly status: 'applied' | 'quarantined';
  readonly reason: QuarantineReason | null;
};

/** Another operation under a sequence that is taken (rule P4): kept whole, never applied. */
export type ForkRow = Pick<OperationRow, 'journalId' | 'seq' | 'hash' | 'text' | 'receivedAt'>;

/** A line of the sales ledger, unique by operation and line; a return's line has negative numbers. */
export type SaleLineRow = {
  readonly operationId: string;
  readonly lineId: string;
  readonly orderId: string;
  readonly storeId: string;
  readonly tillId: string;
  readonly channel: string;
  /** When it happened by the till's clock corrected by its offset; ISO 8601 UTC. */
  readonly at: string;
  readonly sku: string;
  /** Thousandths, signed. */
  readonly quantity: number;
  /** Minor units, signed, tax included. */
  readonly total: number;
  readonly tax: number;
};

/** A line of the money ledger, unique by operation and line: in is positive, out negative. */
export type MoneyRow = {
  readonly operationId: string;
  readonly lineId: string;
  readonly orderId: string;
  readonly storeId: string;
  readonly at: string;
  readonly tender: string;
  readonly amount: number;
};

export type StoredPage = {
  /** JSON text of `Change[]`, made in the database. */
  readonly changes: string;
  readonly checkpoint: number;
  readonly complete: boolean;
};

/** What ingest does, all or nothing. Every insert of a ledger line that is already there does nothing. */
export type StoreTransaction = {
  /** Locks journals and stores for the rest of the transaction, in one fixed order (rule S1). */
  readonly lock: (journalIds: readonly string[], storeIds: readonly string[]) => Promise<void>;
  /** Undoes `work` alone when it throws, and throws on (rule P2). */
  readonly savepoint: <Value>(work: () => Promise<Value>) => Promise<Value>;

  readonly journal: (journalId: string) => Promise<JournalRow | null>;
  readonly putJournal: (row: JournalRow) => Promise<void>;
  readonly operation: (journalId: string, seq: number) => Promise<OperationRow | null>;
  readonly putOperation: (row: OperationRow) => Promise<void>;
  readonly insertFork: (row: ForkRow) => Promise<void>;

  /** The document, parsed and trusted (it was checked when written), or null. */
  readonly document: <Document>(collection: Collection, id: string) => Promise<Document | null>;
  /** Writes a document into its streams; from a stream it was in and is not named it leaves. */
  readonly putDocument: (
    collection: Collection,
    id: string,
    document: unknown,
    streams: readonly string[],
  ) => Promise<void>;

  readonly insertMovements: (operationId: string, movements: readonly Movement[]) => Promise<void>;
  /** The reservation rows of one order become these. */
  readonly putReservations: (orderId: string, rows: readonly Reservation[]) => Promise<void>;
  readonly insertSaleLines: (rows: readonly SaleLineRow[]) => Promise<void>;
  readonly insertMoney: (rows: readonly MoneyRow[]) => Promise<void>;
};

/** The server's store: PGlite, PostgreSQL, or memory in the simulation; all pass one contract suite. */
export type Store = {
  /** Runs `work` in one transaction, again when the database asks for it (deadlock, serialization). */
  readonly transaction: <Value>(work: (tx: StoreTransaction) => Promise<Value>) => Promise<Value>;
  /** One page of a stream after a checkpoint, in the order in which the changes became visible. */
  readonly pull: (stream: string, after: number, limit: number) => Promise<StoredPage>;
  /** Per journal of a till the highest sequence in effect. */
  readonly appliedThrough: (tillId: string) => Promise<Record<string, number>>;
  readonly epoch: () => Promise<string>;
  /** Starts a new epoch (rule P6). */
  readonly renewEpoch: (epoch: string) => Promise<void>;
  /** Hears of streams that changed, here or in another server process; coalesced, may be late, never early. */
  readonly onChange: (listener: (streams: readonly string[]) => void) => () => void;
  readonly close: () => Promise<void>;
};

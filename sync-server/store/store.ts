import type { Product } from '#shared/domain/catalog/schema.ts';
import type { Exception } from '#shared/domain/exception/schema.ts';
import type { Channel, Order } from '#shared/domain/order/schema.ts';
import type { OrderPoints } from '#shared/domain/points/of-order.ts';
import type { Tender } from '#shared/domain/payment/schema.ts';
import type { ListedPrice } from '#shared/domain/pricing/price-list.ts';
import type { VersionedPrice } from '#shared/domain/pricing/held-prices.ts';
import type { Reservation } from '#shared/domain/stock/reservations.ts';
import type { Movement, StockLevel } from '#shared/domain/stock/schema.ts';
import type { Currency } from '#shared/kernel/money.ts';
import type { StoredValueLine } from '#shared/operations/stored-value-effects.ts';
import type { OperationStatus, Reference } from '#shared/protocol/documents.ts';
import type { Collection } from '#shared/protocol/pull.ts';
import type { QuarantineReason } from '#shared/protocol/quarantine-reason.ts';
import type { ShiftMoneyRow } from './shift-money.ts';

/** What each collection holds. Documents are never changed in place. */
export type Documents = {
  products: Product;
  orders: Order;
  stock: StockLevel;
  references: Reference;
  statuses: OperationStatus;
  exceptions: Exception;
};

/** A document on its way into its streams; from a stream it was in and is not named it leaves. */
export type DocumentRow<Name extends Collection> = {
  readonly id: string;
  readonly document: Documents[Name];
  readonly streams: readonly string[];
};

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
  /** As the operation claims it; of a text that claims none, the hash of the text. */
  readonly hash: string;
  /** As it was received, to the letter (rule P1). */
  readonly text: string;
  readonly receivedAt: string;
  readonly status: 'applied' | 'quarantined';
  /** Why it was quarantined, also once it is applied after all; null = it never was. */
  readonly reason: QuarantineReason | null;
};

/** Another operation under a sequence that is taken (rule P4): kept whole, never applied. */
export type ForkRow = Pick<OperationRow, 'journalId' | 'seq' | 'hash' | 'text' | 'receivedAt'>;

/** A line of the stock ledger, unique by operation and line. */
export type MovementRow = Movement & {
  readonly operationId: string;
  /** When it happened by the till's clock corrected by its offset; ISO 8601 UTC. */
  readonly at: string;
};

/** A line of the sales ledger, unique by operation and line; a return's line has negative numbers. */
export type SaleLineRow = {
  readonly operationId: string;
  readonly lineId: string;
  /** null = a blind return. */
  readonly orderId: string | null;
  readonly storeId: string;
  readonly tillId: string;
  readonly channel: Channel;
  readonly at: string;
  readonly sku: string;
  /** Thousandths, signed. */
  readonly quantity: number;
  /** Minor units, signed, tax included. */
  readonly total: number;
  readonly tax: number;
};

/**
 * A line of the money ledger, unique by operation and payment or refund: in is positive, out negative. What a channel
 * took when an order was placed has the order's id in place of the operation's.
 */
export type MoneyRow = {
  readonly operationId: string;
  readonly lineId: string;
  readonly orderId: string | null;
  readonly storeId: string;
  readonly at: string;
  readonly tender: Tender;
  readonly amount: number;
};

export type StoredValueRow = StoredValueLine;

/** A line of the ledger of loyalty points, unique by operation and order: what the operation changed of each. */
export type PointsRow = OrderPoints & {
  readonly operationId: string;
  readonly orderId: string;
  readonly customerId: string;
  readonly storeId: string;
  readonly at: string;
  /** Minor units that `spent` paid. */
  readonly value: number;
};

/** A shift as its opening or its closing tells of it; the first closing is for ever (rule R3). */
export type ShiftRow = {
  readonly shiftId: string;
  readonly tillId: string;
  readonly storeId: string;
  readonly number: number;
  readonly currency: Currency;
  readonly openedAt: string;
  readonly openedBy: string;
  /** Where its Z report is; null = it was not heard of. */
  readonly closing: {
    readonly journalId: string;
    readonly seq: number;
    readonly at: string;
    readonly difference: number;
  } | null;
};

export type StoredPage = {
  /** JSON text of `Change[]`, made in the database. */
  readonly changes: string;
  /** Seq of the last change; behind the one asked for when this store never gave that one (rule P6). */
  readonly checkpoint: number;
  readonly complete: boolean;
};

/**
 * The store cannot take anything now, whatever it is: the connection, a lock, the disk. Nothing was written; the same
 * work may succeed later. Any other error of a transaction is about the data.
 */
export class StoreUnavailable extends Error {}

/**
 * What ingest does, all or nothing. Ledger lines that are there already stay as they are; the number of new ones is
 * returned. Ids within one call are distinct.
 */
export type StoreTransaction = {
  /**
   * Locks journals, then stores, for the rest of the transaction (rule S1). Call it for journals first; a later call
   * may name stores only.
   */
  readonly lock: (journalIds: readonly string[], storeIds: readonly string[]) => Promise<void>;
  /** Undoes `work` alone when it throws, and throws on (rule P2). */
  readonly savepoint: <Value>(work: () => Promise<Value>) => Promise<Value>;

  readonly journal: (journalId: string) => Promise<JournalRow | null>;
  readonly putJournal: (row: JournalRow) => Promise<void>;
  /** Of one journal, by rising sequence, both ends included. */
  readonly operations: (
    journalId: string,
    firstSeq: number,
    lastSeq: number,
  ) => Promise<readonly OperationRow[]>;
  readonly putOperations: (rows: readonly OperationRow[]) => Promise<void>;
  readonly insertForks: (rows: readonly ForkRow[]) => Promise<number>;
  /**
   * Of what operations and forks wrote down of a customer their texts keep no more than the id, and of returns of these
   * orders not who brought the goods (`blanked`).
   */
  readonly blankCustomer: (customerId: string, orderIds: readonly string[]) => Promise<void>;

  /** The document, trusted (it was checked when written), or null. */
  readonly document: <Name extends Collection>(
    collection: Name,
    id: string,
  ) => Promise<Documents[Name] | null>;
  /** Those there are, by id. */
  readonly documents: <Name extends Collection>(
    collection: Name,
    ids: readonly string[],
  ) => Promise<ReadonlyMap<string, Documents[Name]>>;
  readonly putDocuments: <Name extends Collection>(
    collection: Name,
    rows: readonly DocumentRow<Name>[],
  ) => Promise<void>;

  /** What a reference was until now, which some till may hold yet (rule R11): it stays known for ever. */
  readonly keepReplaced: (id: string, reference: Reference) => Promise<void>;
  /** What each of these references was before, by id, the latest last; those that were never kept are left out. */
  readonly replaced: (ids: readonly string[]) => Promise<ReadonlyMap<string, readonly Reference[]>>;

  /** The prices of products become these, in all stores, from a version of the price list on (rule R11). */
  readonly putPrices: (products: readonly Product[], version: number) => Promise<void>;
  /** Prices that lists ask in a store from now on, or in all of them (`storeId: null`); they stay known for ever. */
  readonly putListedPrices: (
    storeId: string | null,
    prices: readonly ListedPrice[],
  ) => Promise<void>;
  /**
   * By SKU what each of these products ever cost in a store, by rising version; those in no version are left out. What
   * a list ever asked is among them as version 0: lists hold by time, not by version.
   */
  readonly prices: (
    storeId: string,
    skus: readonly string[],
  ) => Promise<ReadonlyMap<string, readonly VersionedPrice[]>>;

  /** By SKU the categories in which any version of the price list has each of these products; those in none are left out. */
  readonly categories: (skus: readonly string[]) => Promise<ReadonlyMap<string, readonly string[]>>;

  /**
   * Of these products in a store, what moved at a time or later, and what the journal of an operation has after it;
   * lines of stocktakes are left out.
   */
  readonly movementsSince: (
    storeId: string,
    skus: readonly string[],
    since: { readonly at: string; readonly operationId: string },
  ) => Promise<readonly MovementRow[]>;
  readonly insertMovements: (rows: readonly MovementRow[]) => Promise<number>;
  /** The reservation rows of these orders become these. */
  readonly putReservations: (
    rowsByOrder: ReadonlyMap<string, readonly Reservation[]>,
  ) => Promise<void>;
  readonly insertSaleLines: (rows: readonly SaleLineRow[]) => Promise<number>;
  readonly insertMoney: (rows: readonly MoneyRow[]) => Promise<number>;
  readonly insertStoredValue: (rows: readonly StoredValueRow[]) => Promise<number>;
  readonly insertPoints: (rows: readonly PointsRow[]) => Promise<number>;
  readonly insertShiftMoney: (rows: readonly ShiftMoneyRow[]) => Promise<number>;
  /** Everything on the ledger of these codes; they are locked for the rest of the transaction. */
  readonly storedValue: (codes: readonly string[]) => Promise<readonly StoredValueRow[]>;
  /** Everything on the ledger of a customer's points, who is locked for the rest of the transaction. */
  readonly points: (customerId: string) => Promise<readonly PointsRow[]>;
  /** What is known of a shift already stays; another till's shift of the same id changes nothing. */
  readonly putShift: (row: ShiftRow) => Promise<void>;
  /** An order stands otherwise, or what is to be given back of it changed: its channel is to be told, from `at` on (rule R16). */
  readonly noteForChannel: (orderId: string, at: string) => Promise<void>;

  /**
   * Whether a change of that number was told in the present epoch by another life of this data: this one was started
   * from an old copy since, and never gave it.
   */
  readonly isLost: (seq: number) => Promise<boolean>;
  /**
   * Starts a new epoch (rule P6), unless `known` is an earlier one: whoever speaks of it was only not told yet. True
   * when it did.
   */
  readonly renewEpoch: (known: string, next: string) => Promise<boolean>;
};

/**
 * The server's store: PGlite, PostgreSQL, or memory in the simulation; all pass one contract suite. Inside a
 * transaction only its own functions may be used: a call of the store would wait for the transaction to end.
 */
export type Store = {
  /**
   * Runs `work` in one transaction, again from the start when the database asks for it (deadlock, a document changed
   * meanwhile). Throws `StoreUnavailable`, or what `work` threw.
   */
  readonly transaction: <Value>(work: (tx: StoreTransaction) => Promise<Value>) => Promise<Value>;
  /** One page of a stream after a checkpoint, in the order in which the changes became visible. */
  readonly pull: (stream: string, after: number, limit: number) => Promise<StoredPage>;
  /** Per journal of a till the highest sequence in effect. */
  readonly appliedThrough: (tillId: string) => Promise<Record<string, number>>;
  /** Operations of these reasons that wait in quarantine, by journal and sequence. */
  readonly quarantined: (
    reasons: readonly QuarantineReason[],
  ) => Promise<readonly Pick<OperationRow, 'journalId' | 'seq'>[]>;
  readonly epoch: () => Promise<string>;
  /** Hears of streams that changed, here or in another server process; coalesced, may be late, never early. */
  readonly onChange: (listener: (streams: readonly string[]) => void) => () => void;
  readonly close: () => Promise<void>;
};

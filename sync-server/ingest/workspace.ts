import type { Reservation } from '#shared/domain/stock/reservations.ts';
import { operationPlace } from '#shared/kernel/ids.ts';
import { Collection } from '#shared/protocol/pull.ts';
import type { ShiftMoneyRow } from '../store/shift-money.ts';
import { createPriceReader, type PriceReader } from './price-reader.ts';
import { readOnce } from './read-once.ts';
import type {
  DocumentRow,
  Documents,
  MoneyRow,
  MovementRow,
  OperationRow,
  PointsRow,
  SaleLineRow,
  ShiftRow,
  StoredValueRow,
  StoreTransaction,
} from '../store/store.ts';

/**
 * What a transaction has read and is about to write. The rules work on it one document at a time, and the store sees
 * a few large reads and writes: many operations cost little more than one.
 */
export type Workspace = {
  /** Reads these ahead, so that `document` need not ask for each. */
  readonly load: (collection: Collection, ids: readonly string[]) => Promise<void>;
  /** As it is with everything that was put so far. */
  readonly document: <Name extends Collection>(
    collection: Name,
    id: string,
  ) => Promise<Documents[Name] | null>;
  /** By SKU what these products cost in a store, version by version; read once, and ahead for many. */
  readonly prices: PriceReader;
  /** As `categories` and `replaced` of the store, each read once, and ahead for many. */
  readonly categories: StoreTransaction['categories'];
  readonly replaced: StoreTransaction['replaced'];
  readonly put: <Name extends Collection>(collection: Name, row: DocumentRow<Name>) => void;
  /** As the store holds it; null = it does not, or not yet. */
  readonly operation: (id: string) => Promise<OperationRow | null>;
  readonly putOperation: (row: OperationRow) => void;
  readonly putReservations: (orderId: string, rows: readonly Reservation[]) => void;
  /** As `movementsSince` of the store, with those that were added so far. */
  readonly movementsSince: StoreTransaction['movementsSince'];
  readonly addMovements: (rows: readonly MovementRow[]) => void;
  readonly addSaleLines: (rows: readonly SaleLineRow[]) => void;
  readonly addMoney: (rows: readonly MoneyRow[]) => void;
  /** As `storedValue` of the store, with what was added so far. */
  readonly storedValue: StoreTransaction['storedValue'];
  readonly addStoredValue: (rows: readonly StoredValueRow[]) => void;
  /** As `points` of the store, with what was added so far. */
  readonly points: StoreTransaction['points'];
  readonly addPoints: (rows: readonly PointsRow[]) => void;
  readonly addShiftMoney: (rows: readonly ShiftMoneyRow[]) => void;
  readonly putShifts: (rows: readonly ShiftRow[]) => void;
  /** Its channel is to be told how it stands, from `at` on. */
  readonly noteForChannel: (orderId: string, at: string) => void;
  /** Writes everything. Throws when a ledger line was there already: nothing may count twice. */
  readonly flush: () => Promise<void>;
};

type Known = { readonly [Name in Collection]: Map<string, Documents[Name] | null> };
type Put = { readonly [Name in Collection]: Map<string, DocumentRow<Name>> };

/** In one order always, as each write locks the streams it changes. */
const COLLECTIONS = Collection.enum.toSorted();

const assertNew = (inserted: number, rows: readonly unknown[]): void => {
  if (inserted !== rows.length) throw new Error('a ledger line that is there already');
};

export const createWorkspace = (tx: StoreTransaction): Workspace => {
  const known: Known = {
    products: new Map(),
    orders: new Map(),
    stock: new Map(),
    references: new Map(),
    statuses: new Map(),
    exceptions: new Map(),
  };
  const dirty: Put = {
    products: new Map(),
    orders: new Map(),
    stock: new Map(),
    references: new Map(),
    statuses: new Map(),
    exceptions: new Map(),
  };
  const operations: OperationRow[] = [];
  const reservations = new Map<string, readonly Reservation[]>();
  const movements: MovementRow[] = [];
  const saleLines: SaleLineRow[] = [];
  const money: MoneyRow[] = [];
  const storedValue: StoredValueRow[] = [];
  const points: PointsRow[] = [];
  const shiftMoney: ShiftMoneyRow[] = [];
  const shifts: ShiftRow[] = [];
  const refundsDue = new Map<string, string>();

  const loadInto = async <Name extends Collection>(
    collection: Name,
    ids: readonly string[],
  ): Promise<void> => {
    const missing = [...new Set(ids)].filter((id) => !known[collection].has(id));
    if (missing.length === 0) return;
    const found = await tx.documents(collection, missing);
    for (const id of missing) known[collection].set(id, found.get(id) ?? null);
  };

  const flushDocuments = async <Name extends Collection>(collection: Name): Promise<void> => {
    const rows = [...dirty[collection].values()];
    if (rows.length > 0) await tx.putDocuments(collection, rows);
  };

  return {
    load: loadInto,
    document: async (collection, id) => {
      await loadInto(collection, [id]);
      return known[collection].get(id) ?? null;
    },
    prices: createPriceReader(tx),
    categories: readOnce(tx.categories),
    replaced: readOnce(tx.replaced),
    put: (collection, row) => {
      known[collection].set(row.id, row.document);
      dirty[collection].set(row.id, row);
    },
    operation: async (id) => {
      const { journalId, seq } = operationPlace(id);
      const [row] = await tx.operations(journalId, seq, seq);
      return row ?? null;
    },
    putOperation: (row) => operations.push(row),
    putReservations: (orderId, rows) => reservations.set(orderId, rows),
    movementsSince: async (storeId, skus, since) => [
      ...(await tx.movementsSince(storeId, skus, since)),
      ...movements.filter(
        (row) => row.storeId === storeId && skus.includes(row.sku) && row.kind !== 'stocktake',
      ),
    ],
    addMovements: (rows) => movements.push(...rows),
    addSaleLines: (rows) => saleLines.push(...rows),
    addMoney: (rows) => money.push(...rows),
    storedValue: async (codes) => [
      ...(await tx.storedValue(codes)),
      ...storedValue.filter(({ code }) => codes.includes(code)),
    ],
    addStoredValue: (rows) => storedValue.push(...rows),
    points: async (customerId) => [
      ...(await tx.points(customerId)),
      ...points.filter((row) => row.customerId === customerId),
    ],
    addPoints: (rows) => points.push(...rows),
    addShiftMoney: (rows) => shiftMoney.push(...rows),
    putShifts: (rows) => shifts.push(...rows),
    noteForChannel: (orderId, at) => refundsDue.set(orderId, at),
    flush: async () => {
      if (operations.length > 0) await tx.putOperations(operations);
      if (movements.length > 0) assertNew(await tx.insertMovements(movements), movements);
      if (saleLines.length > 0) assertNew(await tx.insertSaleLines(saleLines), saleLines);
      if (money.length > 0) assertNew(await tx.insertMoney(money), money);
      if (storedValue.length > 0) assertNew(await tx.insertStoredValue(storedValue), storedValue);
      if (points.length > 0) assertNew(await tx.insertPoints(points), points);
      if (shiftMoney.length > 0) assertNew(await tx.insertShiftMoney(shiftMoney), shiftMoney);
      for (const row of shifts) await tx.putShift(row);
      for (const [orderId, at] of refundsDue) await tx.noteForChannel(orderId, at);
      if (reservations.size > 0) await tx.putReservations(reservations);
      for (const collection of COLLECTIONS) await flushDocuments(collection);
    },
  };
};

import { blanked, orderMark, RETURN_MARKS } from '#shared/operations/blanked.ts';
import { priceIn } from '#shared/domain/catalog/schema.ts';
import { operationId } from '#shared/kernel/ids.ts';
import type { Collection } from '#shared/protocol/pull.ts';
import { mapIn, type MemoryState } from './memory-state.ts';
import type { MemoryWrites } from './memory-writes.ts';
import type { Documents, ForkRow, OperationRow, StoreTransaction } from './store.ts';

type LedgerKey = { readonly operationId: string; readonly lineId: string };

const byLine = ({ operationId, lineId }: LedgerKey): string => `${operationId}/${lineId}`;

type Ledgers = Pick<
  StoreTransaction,
  | 'movementsSince'
  | 'insertMovements'
  | 'putReservations'
  | 'insertSaleLines'
  | 'insertMoney'
  | 'insertStoredValue'
  | 'insertPoints'
  | 'insertShiftMoney'
  | 'storedValue'
  | 'points'
  | 'putShift'
  | 'noteForChannel'
>;

const ledgersOf = (state: MemoryState, { insert, set }: MemoryWrites): Ledgers => ({
  movementsSince: async (storeId, skus, since) => {
    const journal = since.operationId.slice(0, since.operationId.lastIndexOf('.') + 1);
    return [...state.movements.values()].filter(
      ({ storeId: at, sku, kind, ...row }) =>
        at === storeId &&
        skus.includes(sku) &&
        kind !== 'stocktake' &&
        (row.at >= since.at ||
          (row.operationId > since.operationId && row.operationId.startsWith(journal))),
    );
  },
  insertMovements: async (rows) => insert('movement', state.movements, rows, byLine),
  putReservations: async (rowsByOrder) => {
    for (const [orderId, rows] of rowsByOrder)
      set('reservation', state.reservations, orderId, rows);
  },
  insertSaleLines: async (rows) => insert('saleLine', state.saleLines, rows, byLine),
  insertMoney: async (rows) => insert('money', state.money, rows, byLine),
  insertStoredValue: async (rows) => insert('storedValue', state.storedValue, rows, byLine),
  insertPoints: async (rows) =>
    insert('points', state.points, rows, ({ operationId: id, orderId }) => `${id}/${orderId}`),
  insertShiftMoney: async (rows) =>
    insert('shiftMoney', state.shiftMoney, rows, ({ journalId, seq }) =>
      operationId(journalId, seq),
    ),
  storedValue: async (codes) =>
    [...state.storedValue.values()].filter(({ code }) => codes.includes(code)),
  points: async (customerId) =>
    [...state.points.values()].filter((row) => row.customerId === customerId),
  putShift: async (row) => {
    const known = state.shifts.get(row.shiftId);
    const isOther = known !== undefined && known.tillId !== row.tillId;
    if (isOther || known?.closing) return;
    set('shift', state.shifts, row.shiftId, known ? { ...known, closing: row.closing } : row);
  },
  noteForChannel: async (orderId) => {
    const changes = (state.orderNotices.get(orderId) ?? 0) + 1;
    set('orderNotice', state.orderNotices, orderId, changes);
  },
});

type Journals = Pick<
  StoreTransaction,
  'journal' | 'putJournal' | 'operations' | 'putOperations' | 'insertForks' | 'blankCustomer'
>;

const journalsOf = (state: MemoryState, { insert, set }: MemoryWrites): Journals => ({
  journal: async (journalId) => state.journals.get(journalId) ?? null,
  putJournal: async (row) => set('journal', state.journals, row.journalId, row),
  operations: async (journalId, firstSeq, lastSeq) => {
    const held = state.operations.get(journalId);
    const rows: OperationRow[] = [];
    for (let seq = firstSeq; seq <= lastSeq; seq += 1) {
      const row = held?.get(seq);
      if (row) rows.push(row);
    }
    return rows;
  },
  putOperations: async (rows) => {
    for (const row of rows) set('operation', mapIn(state.operations, row.journalId), row.seq, row);
  },
  insertForks: async (rows) =>
    insert('fork', state.forks, rows, ({ journalId, seq, hash }) => `${journalId}/${seq}/${hash}`),
  blankCustomer: async (customerId, orderIds) => {
    const wroteDown = (text: string) =>
      text.includes('"type":"customer.saved"') &&
      text.includes(`"customerId":${JSON.stringify(customerId)}`);
    const cameBack = (text: string) =>
      RETURN_MARKS.some((mark) => text.includes(mark)) &&
      orderIds.some((id) => text.includes(orderMark(id)));
    const isOf = ({ text }: ForkRow) => wroteDown(text) || cameBack(text);
    for (const held of state.operations.values())
      for (const row of [...held.values()].filter(isOf))
        set('operation', held, row.seq, { ...row, text: blanked(row.text) });
    for (const [key, row] of [...state.forks].filter(([, fork]) => isOf(fork)))
      set('fork', state.forks, key, { ...row, text: blanked(row.text) });
  },
});

const documentsOf = (
  state: MemoryState,
  { putDocument }: MemoryWrites,
): Pick<StoreTransaction, 'document' | 'documents' | 'putDocuments'> => {
  const find = <Name extends Collection>(collection: Name, id: string) =>
    (state.documents.get(collection)?.get(id)?.document ?? null) as Documents[Name] | null;
  return {
    document: async (collection, id) => find(collection, id),
    documents: async (collection, ids) =>
      new Map(
        ids.flatMap((id) => {
          const found = find(collection, id);
          return found === null ? [] : [[id, found] as const];
        }),
      ),
    putDocuments: async (collection, rows) => {
      for (const row of rows) putDocument(collection, row);
    },
  };
};

const replacedOf = (
  { replaced }: MemoryState,
  { set }: MemoryWrites,
): Pick<StoreTransaction, 'keepReplaced' | 'replaced'> => ({
  keepReplaced: async (id, reference) => {
    const known = replaced.get(id) ?? [];
    const text = JSON.stringify(reference);
    if (!known.some((one) => JSON.stringify(one) === text))
      set('replaced', replaced, id, [...known, reference]);
  },
  replaced: async (ids) =>
    new Map(
      ids.flatMap((id) => {
        const known = replaced.get(id);
        return known ? [[id, known] as const] : [];
      }),
    ),
});

const pricesOf = (
  { priced, listed }: MemoryState,
  { set }: MemoryWrites,
): Pick<StoreTransaction, 'putPrices' | 'putListedPrices' | 'prices' | 'categories'> => ({
  putPrices: async (products, version) => {
    for (const product of products) {
      const others = (priced.get(product.sku) ?? []).filter((one) => one.version !== version);
      const all = [...others, { version, product }];
      const byVersion = all.toSorted((left, right) => left.version - right.version);
      set('price', priced, product.sku, byVersion);
    }
  },
  putListedPrices: async (storeId, prices) => {
    for (const { sku, price } of prices) {
      const known = listed.get(sku) ?? [];
      const isKnown = known.some((one) => one.storeId === storeId && one.price === price);
      if (!isKnown) set('listed', listed, sku, [...known, { storeId, price }]);
    }
  },
  prices: async (storeId, skus) =>
    new Map(
      skus.flatMap((sku) => {
        const versions = priced.get(sku) ?? [];
        const history = versions.map(({ version, product }) => ({
          version,
          price: priceIn(product, storeId),
        }));
        const asked = (listed.get(sku) ?? []).filter(
          (one) => one.storeId === null || one.storeId === storeId,
        );
        const lists = asked
          .toSorted((left, right) => left.price - right.price)
          .map(({ price }) => ({ version: 0, price }));
        return history.length === 0 ? [] : [[sku, [...lists, ...history]] as const];
      }),
    ),
  categories: async (skus) =>
    new Map(
      skus.flatMap((sku) => {
        const ids = new Set((priced.get(sku) ?? []).map(({ product }) => product.categoryId));
        return ids.size === 0 ? [] : [[sku, [...ids].toSorted()] as const];
      }),
    ),
});

/** A transaction on memory that nobody else writes to meanwhile; `writes` can take all of it back. */
export const createMemoryTransaction = (
  state: MemoryState,
  writes: MemoryWrites,
): StoreTransaction => ({
  lock: async () => {},
  savepoint: async (work) => {
    const count = writes.count();
    try {
      return await work();
    } catch (error) {
      writes.undoTo(count);
      throw error;
    }
  },
  ...journalsOf(state, writes),
  ...documentsOf(state, writes),
  ...ledgersOf(state, writes),
  ...pricesOf(state, writes),
  ...replacedOf(state, writes),
  isLost: async (seq) =>
    state.gaps.some(
      ({ after, before, epoch }) => after < seq && seq < before && epoch === state.epochs.at(-1),
    ),
  renewEpoch: async (known, next) => {
    const place = state.epochs.indexOf(known);
    if (place >= 0 && place < state.epochs.length - 1) return false;
    writes.pushEpoch(next);
    return true;
  },
});

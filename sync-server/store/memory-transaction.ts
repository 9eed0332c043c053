import type { Collection } from '#shared/protocol/pull.ts';
import { mapIn, type MemoryState, streamIn } from './memory-state.ts';
import type { DocumentRow, Documents, OperationRow, StoreTransaction } from './store.ts';

/** A transaction on memory: it writes at once and notes how to take each write back. */
export type MemoryTransaction = StoreTransaction & {
  readonly undo: () => void;
  readonly changedStreams: () => readonly string[];
};

/** `beforeWrite` hears the name of each single write and may throw, as a machine may stop there. */
export const beginMemoryTransaction = (
  state: MemoryState,
  beforeWrite: (write: string) => void,
): MemoryTransaction => {
  const undoSteps: (() => void)[] = [];
  const changed = new Set<string>();

  const undoTo = (length: number): void => {
    while (undoSteps.length > length) undoSteps.pop()?.();
  };

  const set = <Key, Value>(write: string, map: Map<Key, Value>, key: Key, value: Value): void => {
    beforeWrite(write);
    const before = map.get(key);
    undoSteps.push(() => {
      if (before === undefined) map.delete(key);
      else map.set(key, before);
    });
    map.set(key, value);
  };

  /** Adds the rows that are not there yet; how many they were. */
  const insert = <Row>(
    write: string,
    map: Map<string, Row>,
    rows: readonly Row[],
    keyOf: (row: Row) => string,
  ): number => {
    const before = map.size;
    for (const row of rows) if (!map.has(keyOf(row))) set(write, map, keyOf(row), row);
    return map.size - before;
  };

  const markChange = (
    stream: string,
    collection: Collection,
    id: string,
    deleted: boolean,
  ): void => {
    const { changes, latest } = streamIn(state, stream);
    const seq = state.lastSeq + 1;
    set('change', latest, id, seq);
    state.lastSeq = seq;
    changes.push({ seq, collection, id, deleted });
    undoSteps.push(() => {
      changes.pop();
      state.lastSeq = seq - 1;
    });
    changed.add(stream);
  };

  const putDocument = <Name extends Collection>(
    collection: Name,
    { id, document, streams }: DocumentRow<Name>,
  ): void => {
    const documents = mapIn(state.documents, collection);
    const left = (documents.get(id)?.streams ?? []).filter((stream) => !streams.includes(stream));
    set('document', documents, id, { document, streams });
    for (const stream of streams) markChange(stream, collection, id, false);
    for (const stream of left) markChange(stream, collection, id, true);
  };

  const document = <Name extends Collection>(collection: Name, id: string) =>
    (state.documents.get(collection)?.get(id)?.document ?? null) as Documents[Name] | null;

  const byLine = ({ operationId, lineId }: { operationId: string; lineId: string }): string =>
    `${operationId}/${lineId}`;

  return {
    lock: async () => {},
    savepoint: async (work) => {
      const length = undoSteps.length;
      try {
        return await work();
      } catch (error) {
        undoTo(length);
        throw error;
      }
    },

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
      for (const row of rows)
        set('operation', mapIn(state.operations, row.journalId), row.seq, row);
    },
    insertForks: async (rows) =>
      insert(
        'fork',
        state.forks,
        rows,
        ({ journalId, seq, hash }) => `${journalId}/${seq}/${hash}`,
      ),

    document: async (collection, id) => document(collection, id),
    documents: async (collection, ids) =>
      new Map(
        ids.flatMap((id) => {
          const found = document(collection, id);
          return found === null ? [] : [[id, found] as const];
        }),
      ),
    putDocuments: async (collection, rows) => {
      for (const row of rows) putDocument(collection, row);
    },

    insertMovements: async (rows) => insert('movement', state.movements, rows, byLine),
    putReservations: async (rowsByOrder) => {
      for (const [orderId, rows] of rowsByOrder)
        set('reservation', state.reservations, orderId, rows);
    },
    insertSaleLines: async (rows) => insert('saleLine', state.saleLines, rows, byLine),
    insertMoney: async (rows) => insert('money', state.money, rows, byLine),

    renewEpoch: async (known, next) => {
      const { epochs } = state;
      const place = epochs.indexOf(known);
      if (place >= 0 && place < epochs.length - 1) return false;
      beforeWrite('epoch');
      epochs.push(next);
      undoSteps.push(() => epochs.pop());
      return true;
    },

    undo: () => undoTo(0),
    changedStreams: () => [...changed],
  };
};

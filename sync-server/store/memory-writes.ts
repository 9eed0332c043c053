import type { Collection } from '#shared/protocol/pull.ts';
import { mapIn, type MemoryState, streamIn } from './memory-state.ts';
import type { DocumentRow } from './store.ts';

/** Writes to memory at once, and notes how to take each write back. */
export type MemoryWrites = {
  readonly set: <Key, Value>(write: string, map: Map<Key, Value>, key: Key, value: Value) => void;
  /** Adds the rows that are not there yet; how many they were. */
  readonly insert: <Row>(
    write: string,
    map: Map<string, Row>,
    rows: readonly Row[],
    keyOf: (row: Row) => string,
  ) => number;
  readonly putDocument: <Name extends Collection>(collection: Name, row: DocumentRow<Name>) => void;
  readonly pushEpoch: (epoch: string) => void;
  /** How many writes there were. */
  readonly count: () => number;
  /** Takes back all but the first writes. */
  readonly undoTo: (count: number) => void;
  readonly changedStreams: () => readonly string[];
};

/** `beforeWrite` hears the name of each single write and may throw, as a machine may stop there. */
export const createMemoryWrites = (
  state: MemoryState,
  beforeWrite: (write: string) => void,
): MemoryWrites => {
  const undoSteps: (() => void)[] = [];
  const changed = new Set<string>();

  const set: MemoryWrites['set'] = (write, map, key, value) => {
    beforeWrite(write);
    const before = map.get(key);
    undoSteps.push(() => {
      if (before === undefined) map.delete(key);
      else map.set(key, before);
    });
    map.set(key, value);
  };

  const mark = (stream: string, collection: Collection, id: string, deleted: boolean): void => {
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

  return {
    set,
    insert: (write, map, rows, keyOf) => {
      const before = map.size;
      for (const row of rows) if (!map.has(keyOf(row))) set(write, map, keyOf(row), row);
      return map.size - before;
    },
    putDocument: (collection, { id, document, streams }) => {
      const documents = mapIn(state.documents, collection);
      const left = (documents.get(id)?.streams ?? []).filter((stream) => !streams.includes(stream));
      set('document', documents, id, { document, streams });
      for (const stream of streams) mark(stream, collection, id, false);
      for (const stream of left) mark(stream, collection, id, true);
    },
    pushEpoch: (epoch) => {
      beforeWrite('epoch');
      state.epochs.push(epoch);
      undoSteps.push(() => state.epochs.pop());
    },
    count: () => undoSteps.length,
    undoTo: (count) => {
      while (undoSteps.length > count) undoSteps.pop()?.();
    },
    changedStreams: () => [...changed],
  };
};

import type { Reservation } from '#shared/domain/stock/reservations.ts';
import type { Collection } from '#shared/protocol/pull.ts';
import { createMemoryStore } from '#server/store/memory-store.ts';
import type {
  Documents,
  ForkRow,
  JournalRow,
  MoneyRow,
  MovementRow,
  OperationRow,
  PointsRow,
  SaleLineRow,
  Store,
} from '#server/store/store.ts';

/** All that a server holds, to be judged. */
export type Facts = {
  readonly epoch: string;
  readonly journals: readonly JournalRow[];
  readonly operations: readonly OperationRow[];
  readonly forks: readonly ForkRow[];
  readonly movements: readonly MovementRow[];
  readonly reservations: readonly Reservation[];
  readonly saleLines: readonly SaleLineRow[];
  readonly money: readonly MoneyRow[];
  readonly points: readonly PointsRow[];
  readonly documents: <Name extends Collection>(
    collection: Name,
  ) => readonly { readonly document: Documents[Name]; readonly streams: readonly string[] }[];
};

/** A store that can be backed up, restored and looked into. */
export type StoreUnderTest = Store & {
  /** Takes a backup; what it returns puts it back. */
  readonly backUp: () => Promise<() => Promise<void>>;
  readonly facts: () => Promise<Facts>;
};

type Held = {
  readonly collection: string;
  readonly document: unknown;
  readonly streams: readonly string[];
};

export const documentsIn =
  (held: readonly Held[]): Facts['documents'] =>
  <Name extends Collection>(name: Name) =>
    held.flatMap(({ collection, document, streams }) =>
      collection === name ? [{ document: document as Documents[Name], streams }] : [],
    );

export const createMemoryStoreUnderTest = (epoch: string): StoreUnderTest => {
  const store = createMemoryStore({ epoch });
  return {
    ...store,
    backUp: async () => {
      const backup = await store.backup();
      return () => store.restore(backup);
    },
    facts: async () => {
      const state = store.contents();
      const held = [...state.documents].flatMap(([collection, documents]) =>
        [...documents.values()].map(({ document, streams }) => ({ collection, document, streams })),
      );
      return {
        epoch: state.epochs.at(-1) ?? '',
        journals: [...state.journals.values()],
        operations: [...state.operations.values()].flatMap((rows) => [...rows.values()]),
        forks: [...state.forks.values()],
        movements: [...state.movements.values()],
        reservations: [...state.reservations.values()].flat(),
        saleLines: [...state.saleLines.values()],
        money: [...state.money.values()],
        points: [...state.points.values()],
        documents: documentsIn(held),
      };
    },
  };
};

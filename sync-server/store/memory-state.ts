import type { Product } from '#shared/domain/catalog/schema.ts';
import type { Minor } from '#shared/kernel/money.ts';
import type { Reservation } from '#shared/domain/stock/reservations.ts';
import type { Reference } from '#shared/protocol/documents.ts';
import type { Collection } from '#shared/protocol/pull.ts';
import type { QuarantineReason } from '#shared/protocol/quarantine-reason.ts';
import type {
  Documents,
  ForkRow,
  JournalRow,
  MoneyRow,
  MovementRow,
  OperationRow,
  PointsRow,
  SaleLineRow,
  ShiftRow,
  StoredPage,
  StoredValueRow,
} from './store.ts';
import type { ShiftMoneyRow } from './shift-money.ts';

export type StoredDocument = {
  readonly document: Documents[Collection];
  readonly streams: readonly string[];
};

export type StreamChange = {
  readonly seq: number;
  readonly collection: Collection;
  readonly id: string;
  readonly deleted: boolean;
};

/** A stream's changes by rising seq; one that its document has outlived is skipped when read. */
export type StreamLog = {
  readonly changes: StreamChange[];
  readonly latest: Map<string, number>;
};

/** All that a memory store holds. Rows and documents are never changed in place, so that copies may share them. */
export type MemoryState = {
  readonly epochs: string[];
  readonly journals: Map<string, JournalRow>;
  /** By journal id, then by sequence. */
  readonly operations: Map<string, Map<number, OperationRow>>;
  readonly forks: Map<string, ForkRow>;
  readonly documents: Map<Collection, Map<string, StoredDocument>>;
  readonly streams: Map<string, StreamLog>;
  /** By SKU the product as each version of the price list has it, by rising version. */
  readonly priced: Map<string, readonly { readonly version: number; readonly product: Product }[]>;
  /** By SKU what lists ever asked; `storeId: null` = in every store. */
  readonly listed: Map<
    string,
    readonly { readonly storeId: string | null; readonly price: Minor }[]
  >;
  /** By id what references were before, the latest last. */
  readonly replaced: Map<string, readonly Reference[]>;
  readonly movements: Map<string, MovementRow>;
  readonly reservations: Map<string, readonly Reservation[]>;
  readonly saleLines: Map<string, SaleLineRow>;
  readonly money: Map<string, MoneyRow>;
  readonly storedValue: Map<string, StoredValueRow>;
  readonly points: Map<string, PointsRow>;
  readonly shifts: Map<string, ShiftRow>;
  readonly shiftMoney: Map<string, ShiftMoneyRow>;
  /** How often what the channel of an order must give back has changed, by order. */
  readonly orderNotices: Map<string, number>;
  /** Numbers that no change of this store ever had: `after` < number < `before`; `epoch` when that was noted. */
  readonly gaps: {
    readonly after: number;
    readonly before: number;
    readonly epoch: string | undefined;
  }[];
  lastSeq: number;
};

export const emptyState = (epoch: string): MemoryState => ({
  epochs: [epoch],
  journals: new Map(),
  operations: new Map(),
  forks: new Map(),
  documents: new Map(),
  streams: new Map(),
  priced: new Map(),
  listed: new Map(),
  replaced: new Map(),
  movements: new Map(),
  reservations: new Map(),
  saleLines: new Map(),
  money: new Map(),
  storedValue: new Map(),
  points: new Map(),
  shifts: new Map(),
  shiftMoney: new Map(),
  orderNotices: new Map(),
  gaps: [],
  lastSeq: 0,
});

const copyOfMaps = <Key, Inner, Value>(maps: Map<Key, Map<Inner, Value>>) =>
  new Map([...maps].map(([key, map]) => [key, new Map(map)]));

export const copyOf = (state: MemoryState): MemoryState => ({
  epochs: [...state.epochs],
  journals: new Map(state.journals),
  operations: copyOfMaps(state.operations),
  forks: new Map(state.forks),
  documents: copyOfMaps(state.documents),
  streams: new Map(
    [...state.streams].map(([name, { changes, latest }]) => [
      name,
      { changes: [...changes], latest: new Map(latest) },
    ]),
  ),
  priced: new Map(state.priced),
  listed: new Map(state.listed),
  replaced: new Map(state.replaced),
  movements: new Map(state.movements),
  reservations: new Map(state.reservations),
  saleLines: new Map(state.saleLines),
  money: new Map(state.money),
  storedValue: new Map(state.storedValue),
  points: new Map(state.points),
  shifts: new Map(state.shifts),
  shiftMoney: new Map(state.shiftMoney),
  orderNotices: new Map(state.orderNotices),
  gaps: [...state.gaps],
  lastSeq: state.lastSeq,
});

/** The map under a key of a map of maps, made when it is not there yet. */
export const mapIn = <Key, Inner, Value>(
  maps: Map<Key, Map<Inner, Value>>,
  key: Key,
): Map<Inner, Value> => {
  const found = maps.get(key) ?? new Map<Inner, Value>();
  maps.set(key, found);
  return found;
};

export const streamIn = (state: MemoryState, name: string): StreamLog => {
  const found = state.streams.get(name) ?? { changes: [], latest: new Map() };
  state.streams.set(name, found);
  return found;
};

/** Index of the first change after a checkpoint. */
const firstAfter = (changes: readonly StreamChange[], after: number): number => {
  let low = 0;
  let high = changes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((changes[middle]?.seq ?? 0) > after) high = middle;
    else low = middle + 1;
  }
  return low;
};

const NOTHING: StreamLog = { changes: [], latest: new Map() };

export const pageOf = (
  { streams, documents, gaps }: MemoryState,
  stream: string,
  after: number,
  limit: number,
): StoredPage => {
  const isInGap = gaps.some((gap) => gap.after < after && after < gap.before);
  const { changes, latest } = isInGap ? NOTHING : (streams.get(stream) ?? NOTHING);
  const page: StreamChange[] = [];
  let complete = true;
  for (let index = firstAfter(changes, after); index < changes.length; index += 1) {
    const change = changes[index];
    if (!change || latest.get(change.id) !== change.seq) continue;
    if (page.length === limit) {
      complete = false;
      break;
    }
    page.push(change);
  }
  const rows = page.map(({ collection, id, deleted }) => ({
    id,
    document: deleted ? null : documents.get(collection)?.get(id)?.document,
  }));
  const checkpoint = page.at(-1)?.seq ?? changes.at(-1)?.seq ?? 0;
  return { changes: JSON.stringify(rows), checkpoint, complete };
};

/** Per journal of a till the highest sequence. */
export const headsOf = ({ journals }: MemoryState, tillId: string): Record<string, number> =>
  Object.fromEntries(
    [...journals.values()]
      .filter((journal) => journal.tillId === tillId)
      .map(({ journalId, headSeq }) => [journalId, headSeq]),
  );

export const quarantinedIn = (
  { operations }: MemoryState,
  reasons: readonly QuarantineReason[],
): Pick<OperationRow, 'journalId' | 'seq'>[] =>
  [...operations.keys()].toSorted().flatMap((journalId) =>
    [...(operations.get(journalId)?.values() ?? [])]
      .filter(({ status }) => status === 'quarantined')
      .filter(({ reason }) => reason !== null && reasons.includes(reason))
      .map(({ seq }) => ({ journalId, seq }))
      .toSorted((left, right) => left.seq - right.seq),
  );

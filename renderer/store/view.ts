import type { Order, Seen } from '#shared/domain/order/schema.ts';
import type { StockLevel } from '#shared/domain/stock/schema.ts';
import { parseEnvelope, parseOperation } from '#shared/operations/parse-operation.ts';
import type { Operation } from '#shared/operations/operation.ts';
import { streamName } from '#shared/protocol/pull.ts';
import { collectionOf } from './collection-of.ts';
import { readIdentity } from './identity.ts';
import type { Journal } from './journal.ts';
import type { Ledger } from './ledger.ts';
import { isOpenPickup, type OrderPlace, pageOf } from './order-lists.ts';
import { createOverlay, type Overlay } from './overlay.ts';
import { groupReferences, type References } from './references.ts';
import type { PageSink, StateStore, StreamPosition } from './state-store.ts';
import { readSyncState } from './sync-state.ts';

/** How far an order's own operations of this till have come. */
export type OrderSync = 'waiting' | 'synced' | 'unprocessed';

/** What the till shows: what the server knew + what has been done here since (design §1.4). */
export type View = {
  readonly order: (id: string) => Promise<Order | null>;
  readonly openPickups: () => Promise<Order[]>;
  readonly recentOrders: (limit: number, before: OrderPlace | null) => Promise<Order[]>;
  readonly stockLevels: (skus: readonly string[]) => Promise<Map<string, StockLevel>>;
  /** Known by heart: changes with the pulled pages. */
  readonly references: () => References;
  readonly orderSync: (order: Order) => Promise<OrderSync>;
  /** Takes the pulled pages in, so that what is shown changes with them. */
  readonly sink: PageSink;
  readonly onChange: (listener: () => void) => () => void;
};

const LOADED = 500;

/**
 * What the till knows of its own operations. It is replaced as a whole, and read before the documents it is laid
 * over: older than they are, it shows an operation that they contain already and skips it by their `seen`; newer, it
 * would have forgotten one that they lack.
 */
type Knowledge = {
  readonly overlay: Overlay;
  readonly positions: Readonly<Record<string, StreamPosition>>;
  /** What the server keeps aside: hash → operation id. */
  readonly quarantined: ReadonlyMap<string, string>;
};

const operationOf = (text: string): Operation[] => {
  const envelope = parseEnvelope(text);
  const operation = envelope.ok ? parseOperation(envelope.value) : envelope;
  return operation.ok ? [operation.value] : [];
};

export const createView = async (
  ledger: Ledger,
  state: StateStore,
  journal: Journal,
): Promise<View> => {
  const identity = await readIdentity(ledger);
  const { storeId, tillId } = identity ?? { storeId: '', tillId: '' };
  const ownJournals = new Set(identity ? [...identity.earlierJournalIds, identity.journalId] : []);
  const listeners = new Set<() => void>();
  let references = groupReferences(await state.references());

  const notify = (): void => {
    for (const listener of listeners) listener();
  };

  const orders = streamName('orders', storeId);
  const stock = streamName('stock', storeId);
  const statuses = streamName('statuses', tillId);

  const through = (positions: Knowledge['positions'], ...streams: readonly string[]): Seen =>
    Object.fromEntries(
      [...ownJournals].map((journalId) => [
        journalId,
        Math.min(...streams.map((name) => positions[name]?.appliedThrough[journalId] ?? 0)),
      ]),
    );

  /** Operations up to here are in every document that shows them, and their status is known. */
  const floorOf = (positions: Knowledge['positions']): Seen =>
    through(positions, orders, stock, statuses);

  const readQuarantined = async (): Promise<ReadonlyMap<string, string>> => {
    const known = await state.statuses();
    const kept = known.filter(({ status }) => status === 'quarantined');
    return new Map(kept.map(({ hash, id }) => [hash, id]));
  };

  const load = async (journalId: string, into: Knowledge): Promise<void> => {
    const { overlay, positions, quarantined } = into;
    const floor = floorOf(positions)[journalId] ?? 0;
    const kept = [...quarantined.values()].filter((id) => id.startsWith(`${journalId}.`));
    const oldest = Math.min(floor, ...kept.map((id) => Number(id.slice(-10)) - 1));
    for (let after = oldest; ; after += LOADED) {
      const page = await ledger.read(journalId, after, LOADED);
      for (const operation of page.flatMap(({ text }) => operationOf(text)))
        if (operation.seq > floor || quarantined.has(operation.hash)) overlay.add(operation);
      if (page.length < LOADED) return;
    }
  };

  const begin = (
    positions: Knowledge['positions'],
    quarantined: Knowledge['quarantined'],
  ): Knowledge => ({
    overlay: createOverlay(storeId, new Set(quarantined.keys())),
    positions,
    quarantined,
  });

  let current = begin(await state.positions(), await readQuarantined());
  /** What is being read from the ledger to take the place of `current`. */
  let coming: Knowledge | null = null;

  const rebuild = async (positions: Knowledge['positions']): Promise<void> => {
    const next = begin(positions, await readQuarantined());
    coming = next;
    for (const journalId of ownJournals) await load(journalId, next);
    current = next;
    coming = null;
  };

  journal.onAppend((operation) => {
    ownJournals.add(operation.journalId);
    current.overlay.add(operation);
    coming?.overlay.add(operation);
    notify();
  });
  await rebuild(current.positions);

  /** Orders of the server as they are here, and those that only exist here so far. */
  const overlaid = async (read: () => Promise<Order[]>): Promise<Order[]> => {
    const { overlay, positions } = current;
    const bases = new Map((await read()).map((order) => [order.id, order]));
    const others = overlay.orderIds().filter((id) => !bases.has(id));
    for (const order of await state.orders(others)) bases.set(order.id, order);
    return [...new Set([...bases.keys(), ...others])]
      .map((id) => overlay.order(id, bases.get(id) ?? null, through(positions, orders, statuses)))
      .filter((order) => order !== null);
  };

  const sink: PageSink = {
    positions: state.positions,
    applyPage: async (page, position) => {
      await state.applyPage(page, position);
      if (collectionOf(page.stream) === 'references' && page.changes.length > 0)
        references = groupReferences(await state.references());
      const quarantined = page.stream === statuses ? await readQuarantined() : current.quarantined;
      const positions = { ...current.positions, [page.stream]: position };
      const overlay = current.overlay.forget(floorOf(positions), new Set(quarantined.keys()));
      current = { overlay, positions, quarantined };
      notify();
    },
    reset: async () => {
      // What was done here must show by itself before the documents that contain it are gone.
      await rebuild({});
      await state.reset();
      notify();
    },
  };

  return {
    order: async (id) => {
      const { overlay, positions } = current;
      const [base] = await state.orders([id]);
      return overlay.order(id, base ?? null, through(positions, orders, statuses));
    },
    openPickups: async () => (await overlaid(() => state.openPickups())).filter(isOpenPickup),
    recentOrders: async (limit, before) =>
      pageOf(await overlaid(() => state.recentOrders(limit, before)), limit, before),
    stockLevels: async (skus) => {
      const { overlay, positions } = current;
      const levels = await state.stockLevels(storeId, skus);
      const known = new Map(levels.map((level) => [level.sku, level]));
      return new Map(
        skus.map((sku) => [
          sku,
          overlay.stockLevel(sku, known.get(sku) ?? null, through(positions, stock, statuses)),
        ]),
      );
    },
    references: () => references,
    orderSync: async ({ id, seen }) => {
      if (current.overlay.isKeptAside(id)) return 'unprocessed';
      const { acknowledged } = await readSyncState(ledger);
      const mine = Object.entries(seen).filter(([journalId]) => ownJournals.has(journalId));
      return mine.some(([journalId, seq]) => seq > (acknowledged[journalId] ?? 0))
        ? 'waiting'
        : 'synced';
    },
    sink,
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};

import type { Order, Seen } from '#shared/domain/order/schema.ts';
import type { StockLevel } from '#shared/domain/stock/schema.ts';
import { operationId } from '#shared/kernel/ids.ts';
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
import type { PageSink, StateStore } from './state-store.ts';
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
  let overlay: Overlay = createOverlay(storeId);
  let positions = await state.positions();
  let quarantined: ReadonlySet<string> = new Set();
  let references = groupReferences(await state.references());

  const notify = (): void => {
    for (const listener of listeners) listener();
  };

  const through = (stream: string): Seen => positions[stream]?.appliedThrough ?? {};
  const orders = streamName('orders', storeId);
  const stock = streamName('stock', storeId);
  const statuses = streamName('statuses', tillId);

  /** Operations up to here are in every document that shows them, and their status is known. */
  const floorOf = (journalId: string): number =>
    Math.min(...[orders, stock, statuses].map((stream) => through(stream)[journalId] ?? 0));

  const readQuarantined = async (): Promise<void> => {
    const known = await state.statuses();
    quarantined = new Set(known.filter((s) => s.status === 'quarantined').map(({ id }) => id));
    overlay.setQuarantined(quarantined);
  };

  const load = async (journalId: string): Promise<void> => {
    const floor = floorOf(journalId);
    const kept = [...quarantined].filter((id) => id.startsWith(`${journalId}.`));
    const oldest = Math.min(floor, ...kept.map((id) => Number(id.slice(-10)) - 1));
    for (let after = oldest; ; after += LOADED) {
      const page = await ledger.read(journalId, after, LOADED);
      for (const operation of page.flatMap(({ text }) => operationOf(text)))
        if (operation.seq > floor || quarantined.has(operation.id)) overlay.add(operation);
      if (page.length < LOADED) return;
    }
  };

  const rebuild = async (): Promise<void> => {
    overlay = createOverlay(storeId);
    await readQuarantined();
    for (const journalId of ownJournals) await load(journalId);
  };

  await rebuild();
  journal.onAppend((operation) => {
    ownJournals.add(operation.journalId);
    overlay.add(operation);
    notify();
  });

  /** Orders of the server as they are here, and those that only exist here so far. */
  const overlaid = async (known: readonly Order[]): Promise<Order[]> => {
    const bases = new Map(known.map((order) => [order.id, order]));
    const others = overlay.orderIds().filter((id) => !bases.has(id));
    for (const order of await state.orders(others)) bases.set(order.id, order);
    return [...new Set([...bases.keys(), ...others])]
      .map((id) => overlay.order(id, bases.get(id) ?? null, through(orders)))
      .filter((order) => order !== null);
  };

  const sink: PageSink = {
    positions: state.positions,
    applyPage: async (page, position) => {
      await state.applyPage(page, position);
      positions = { ...positions, [page.stream]: position };
      if (page.stream === statuses) await readQuarantined();
      if (collectionOf(page.stream) === 'references' && page.changes.length > 0)
        references = groupReferences(await state.references());
      overlay.forget(Object.fromEntries([...ownJournals].map((id) => [id, floorOf(id)])));
      notify();
    },
    reset: async () => {
      await state.reset();
      positions = {};
      await rebuild();
      notify();
    },
  };

  return {
    order: async (id) => {
      const [base] = await state.orders([id]);
      return overlay.order(id, base ?? null, through(orders));
    },
    openPickups: async () => (await overlaid(await state.openPickups())).filter(isOpenPickup),
    recentOrders: async (limit, before) =>
      pageOf(await overlaid(await state.recentOrders(limit, before)), limit, before),
    stockLevels: async (skus) => {
      const levels = await state.stockLevels(storeId, skus);
      const known = new Map(levels.map((level) => [level.sku, level]));
      return new Map(
        skus.map((sku) => [sku, overlay.stockLevel(sku, known.get(sku) ?? null, through(stock))]),
      );
    },
    references: () => references,
    orderSync: async ({ seen }) => {
      const { acknowledged } = await readSyncState(ledger);
      const mine = Object.entries(seen).filter(([journalId]) => ownJournals.has(journalId));
      if (mine.some(([journalId, seq]) => quarantined.has(operationId(journalId, seq))))
        return 'unprocessed';
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

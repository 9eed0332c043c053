import { isWaiting, type WaitingBasket } from '#shared/domain/basket/apply.ts';
import { goodsToPutBack } from '#shared/domain/pickup/close.ts';
import type { FiscalBook } from '#shared/domain/fiscal/book.ts';
import type { Customer } from '#shared/domain/customer/schema.ts';
import { isErased } from '#shared/domain/customer/apply.ts';
import { isOpenDelivery } from '#shared/domain/delivery/difference.ts';
import type { Delivery } from '#shared/domain/delivery/schema.ts';
import type { CustomerPoints } from '#shared/domain/points/schema.ts';
import type { QuickKeys } from '#shared/domain/quick-keys/schema.ts';
import type { Order, Seen } from '#shared/domain/order/schema.ts';
import { availableOf, isLow } from '#shared/domain/stock/low.ts';
import type { StockLevel } from '#shared/domain/stock/schema.ts';
import type { Operation } from '#shared/operations/operation.ts';
import { streamName } from '#shared/protocol/pull.ts';
import { type BlindReturn, createBlindReturns } from './blind-returns.ts';
import { readCodeOrders } from './code-orders.ts';
import { collectionOf } from './collection-of.ts';
import type { Journal } from './journal.ts';
import type { Ledger } from './ledger.ts';
import { isOpenPickup, type OrderPlace, pageOf } from './order-lists.ts';
import { createFiscalKeeper } from './fiscal-keeper.ts';
import { createOwnOperations, type Knowledge, type OwnOperations } from './own-operations.ts';
import { groupReferences, type References } from './references.ts';
import { createShifts, type OpenShift } from './shifts.ts';
import type { PageSink, StateStore } from './state-store.ts';
import { readSyncState } from './sync-state.ts';
import { openToldBuyers, type ToldBuyer } from './told-buyers.ts';
import type { TrustedClock } from './trusted-clock.ts';

/** How far an operation of this till has come, or those that are about an order. */
export type OrderSync = 'waiting' | 'synced' | 'unprocessed';

type PointsOnView = ReturnType<Knowledge['overlay']['points']>;

const NEVER_ANY: CustomerPoints = { balance: 0, seen: {} };

/** What the till shows: what the server knew + what has been done here since (design §1.4). */
export type View = {
  readonly order: (id: string) => Promise<Order | null>;
  readonly openPickups: () => Promise<Order[]>;
  /** Orders of which goods are to be put back in this store (rule R21). */
  readonly putBacks: () => Promise<Order[]>;
  readonly recentOrders: (limit: number, before: OrderPlace | null) => Promise<Order[]>;
  /** Those that this store sends or expects, and those that came otherwise than they were sent; the latest first. */
  readonly deliveries: () => Promise<Delivery[]>;
  /** Of which few are left, the scarcest first. */
  readonly lowStock: () => Promise<StockLevel[]>;
  readonly stockLevels: (skus: readonly string[]) => Promise<Map<string, StockLevel>>;
  /** Those of this store, as last pulled and with whoever was written down here since. */
  readonly customers: () => Customer[];
  /**
   * One of those; else, of a customer of another store who bought here, what was kept of what the server told. null = this
   * till does not know them.
   */
  readonly customer: (id: string) => Customer | null;
  /** Keeps what the server told of who buys here, until they come down themselves. */
  readonly keepBuyer: (buyer: ToldBuyer) => Promise<void>;
  /** What a customer has of points, as `told` or as last pulled, with what was done here since; null = never heard of. */
  readonly points: (customerId: string, told: CustomerPoints | null) => PointsOnView | null;
  /** Baskets of this store that wait for their customers, the latest first. */
  readonly parkedBaskets: () => WaitingBasket[];
  /** As pulled, and with what was arranged here since; the same object until it changes. */
  readonly quickKeys: () => QuickKeys | null;
  /** Known by heart: changes with the pulled pages. */
  readonly references: () => References;
  readonly orderSync: (order: Order) => Promise<OrderSync>;
  /** Newest first. */
  readonly blindReturns: () => Promise<readonly BlindReturn[]>;
  readonly operationSync: (operation: Operation) => Promise<OrderSync>;
  /** The shift this till is in; null = none is open. */
  readonly shift: () => OpenShift | null;
  /** Of the last shift of this till, wherever it is known from; 0 = there was none. */
  readonly lastShiftNumber: () => number;
  readonly isShiftClosed: (shiftId: string) => boolean;
  /** What of this till's journal is registered, and what waits for it. */
  readonly fiscal: () => FiscalBook;
  /** Takes the pulled pages in, so that what is shown changes with them. */
  readonly sink: PageSink;
  readonly onChange: (listener: () => void) => () => void;
};

/** One that never came down is shown as its customer's code told it, as long as something was done with it here. */
const withoutBase = (
  { overlay }: Knowledge,
  id: string,
  contained: Seen,
  byCode: Order | undefined,
): Order | null => {
  const own = overlay.order(id, null, contained);
  return own === null || byCode === undefined ? own : overlay.order(id, byCode, contained);
};

/** Orders of the server as they are here, and those that only exist here so far. */
const overlayOrders = async (
  own: OwnOperations,
  { state, ledger }: { readonly state: StateStore; readonly ledger: Ledger },
  read: () => Promise<Order[]>,
): Promise<Order[]> => {
  const known = own.known();
  const { overlay, containedIn } = known;
  const bases = new Map((await read()).map((order) => [order.id, order]));
  const others = overlay.orderIds().filter((id) => !bases.has(id));
  for (const order of await state.orders(others)) bases.set(order.id, order);
  const contained = containedIn(streamName('orders', own.storeId));
  const codes = others.every((id) => bases.has(id)) ? {} : await readCodeOrders(ledger);
  return [...new Set([...bases.keys(), ...others])]
    .map((id) => {
      const base = bases.get(id);
      return base
        ? overlay.order(id, base, contained)
        : withoutBase(known, id, contained, codes[id]);
    })
    .filter((order) => order !== null);
};

const overlayLevels = async (
  own: OwnOperations,
  state: StateStore,
  skus: readonly string[],
): Promise<Map<string, StockLevel>> => {
  const { overlay, containedIn } = own.known();
  const levels = await state.stockLevels(own.storeId, skus);
  const known = new Map(levels.map((level) => [level.sku, level]));
  const contained = containedIn(streamName('stock', own.storeId));
  return new Map(
    skus.map((sku) => [sku, overlay.stockLevel(sku, known.get(sku) ?? null, contained)]),
  );
};

const overlayDeliveries = (own: OwnOperations, known: readonly Delivery[]): Delivery[] => {
  const { overlay, containedIn } = own.known();
  const contained = containedIn(streamName('references', own.storeId));
  const bases = new Map(known.map((delivery) => [delivery.id, delivery]));
  return [...new Set([...bases.keys(), ...overlay.deliveryIds()])]
    .map((id) => overlay.delivery(id, bases.get(id) ?? null, contained))
    .filter((delivery) => delivery !== null)
    .filter(isOpenDelivery)
    .toSorted((left, right) => (left.sentAt > right.sentAt ? -1 : 1));
};

const isSameArrangement = (left: QuickKeys | null, right: QuickKeys | null): boolean => {
  const ids = (one: QuickKeys | null) => one?.versions.map(({ operationId }) => operationId).join();
  return ids(left) === ids(right);
};

export const createView = async (
  ledger: Ledger,
  state: StateStore,
  journal: Journal,
  time: Pick<TrustedClock, 'writtenAt'>,
): Promise<View> => {
  const own = await createOwnOperations(ledger, state, journal);
  const shifts = await createShifts(ledger, journal);
  const fiscal = await createFiscalKeeper(ledger, journal, time);
  const buyers = await openToldBuyers(ledger);
  const listeners = new Set<() => void>();
  let references = groupReferences(await state.references());
  /** References of before a reset go with a page that need not bring any. */
  let isRenewing = false;
  let quickKeys: QuickKeys | null = null;

  const notify = (): void => {
    for (const listener of listeners) listener();
  };
  journal.onAppend(notify);

  const overlaid = (read: () => Promise<Order[]>) => overlayOrders(own, { state, ledger }, read);

  const sink: PageSink = {
    positions: state.positions,
    isWhole: state.isWhole,
    applyPage: async (page, position) => {
      await state.applyPage(page, position);
      await own.takePage(page.stream, position);
      const isNews = page.changes.length > 0 || isRenewing;
      if (isNews && collectionOf(page.stream) === 'references') {
        references = groupReferences(await state.references());
        await buyers.forget(references.customers);
      }
      notify();
    },
    reset: async () => {
      await own.startOver();
      await state.reset();
      isRenewing = true;
      notify();
    },
  };

  return {
    order: async (id) => {
      const known = own.known();
      const [base] = await state.orders([id]);
      const contained = known.containedIn(streamName('orders', own.storeId));
      return base
        ? known.overlay.order(id, base, contained)
        : withoutBase(known, id, contained, (await readCodeOrders(ledger))[id]);
    },
    openPickups: async () => (await overlaid(() => state.openPickups())).filter(isOpenPickup),
    putBacks: async () => {
      const read = async () => [...(await state.openPickups()), ...(await state.putBacks())];
      return (await overlaid(read)).filter(
        (order) => goodsToPutBack(order, own.storeId).length > 0,
      );
    },
    recentOrders: async (limit, before) =>
      pageOf(await overlaid(() => state.recentOrders(limit, before)), limit, before),
    deliveries: async () => overlayDeliveries(own, references.deliveries),
    lowStock: async () => {
      const bases = await state.lowStock(own.storeId);
      const skus = [...bases.map(({ sku }) => sku), ...own.known().overlay.skus()];
      const levels = await overlayLevels(own, state, [...new Set(skus)]);
      return [...levels.values()]
        .filter(isLow)
        .toSorted((left, right) => availableOf(left) - availableOf(right));
    },
    stockLevels: (skus) => overlayLevels(own, state, skus),
    customers: () =>
      own
        .known()
        .overlay.customers(references.customers)
        .filter((customer) => !isErased(customer)),
    customer: (id) => {
      const base = references.customers.find((customer) => customer.id === id) ?? buyers.find(id);
      const { overlay } = own.known();
      const known = overlay.customers(base ? [base] : []).find((customer) => customer.id === id);
      return known && !isErased(known) ? known : null;
    },
    keepBuyer: async (buyer) => {
      if (!references.customers.some(({ id }) => id === buyer.id)) await buyers.keep(buyer);
    },
    points: (customerId, told) => {
      const { overlay } = own.known();
      const customer = overlay.customers(references.customers).find(({ id }) => id === customerId);
      const base = told ?? (customer && (customer.points ?? NEVER_ANY));
      return base === undefined ? null : overlay.points(customerId, base);
    },
    parkedBaskets: () => {
      const { overlay, containedIn } = own.known();
      const contained = containedIn(streamName('references', own.storeId));
      return overlay
        .parkedBaskets(references.parkedBaskets, contained)
        .filter(isWaiting)
        .toSorted((left, right) => (left.parked.at > right.parked.at ? -1 : 1));
    },
    quickKeys: () => {
      const next = own.known().overlay.quickKeys(references.quickKeys);
      if (!isSameArrangement(next, quickKeys)) quickKeys = next;
      return quickKeys;
    },
    references: () => references,
    orderSync: async ({ id, seen }) => {
      if (own.known().overlay.isKeptAside(id)) return 'unprocessed';
      const { acknowledged } = await readSyncState(ledger);
      const mine = Object.entries(seen).filter(([journalId]) => own.isOwn(journalId));
      return mine.some(([journalId, seq]) => seq > (acknowledged[journalId] ?? 0))
        ? 'waiting'
        : 'synced';
    },
    blindReturns: createBlindReturns(ledger, journal),
    operationSync: async ({ hash, journalId, seq }) => {
      const kept = (await state.statuses()).filter(({ status }) => status === 'quarantined');
      if (kept.some((status) => status.hash === hash)) return 'unprocessed';
      const { acknowledged } = await readSyncState(ledger);
      return seq > (acknowledged[journalId] ?? 0) ? 'waiting' : 'synced';
    },
    shift: shifts.current,
    lastShiftNumber: () => {
      const told = references.lastShifts.find(({ tillId }) => tillId === own.tillId);
      return Math.max(shifts.lastNumber(), told?.number ?? 0);
    },
    isShiftClosed: shifts.isClosed,
    fiscal,
    sink,
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};

import type { Order, Seen } from '#shared/domain/order/schema.ts';
import type { Payment } from '#shared/domain/payment/schema.ts';
import type { Sale } from '#shared/domain/sale/schema.ts';
import type { StockLevel } from '#shared/domain/stock/schema.ts';
import { movementsOf, orderIdsOf } from '#shared/operations/effects.ts';
import type { Operation } from '#shared/operations/operation.ts';
import { streamName } from '#shared/protocol/pull.ts';
import { readCodeOrders } from '#renderer/store/code-orders.ts';
import { readSyncState } from '#renderer/store/sync-state.ts';
import type { Facts } from './facts.ts';
import { PRODUCTS } from './shops.ts';
import type { RunningTill, TillMachine } from './till-machine.ts';
import { demand } from './witness.ts';

export const ALL_SKUS = PRODUCTS.map(({ sku }) => sku);

/** What the till's view shows, all of it. */
export type Shown = {
  readonly orders: ReadonlyMap<string, Order>;
  readonly stock: ReadonlyMap<string, StockLevel>;
  /** What is behind an act on an order that never came down: what its customer's code told (rule R20). */
  readonly codes: Readonly<Record<string, Order>>;
  /** What the till was told that its orders contain. */
  readonly appliedThrough: Seen;
};

type OperationOf<Type extends Operation['type']> = Extract<Operation, { readonly type: Type }>;

/** Of both, of each journal the most. */
const laterOf = (left: Seen, right: Seen): Seen => ({
  ...left,
  ...Object.fromEntries(
    Object.entries(right).map(([id, seq]) => [id, Math.max(seq, left[id] ?? 0)]),
  ),
});

/** Orders as a screen reads them, and what was heard before or while it did. */
export const ordersShownBy = async (
  { store: { view, state } }: RunningTill,
  storeId: string,
): Promise<Pick<Shown, 'orders' | 'appliedThrough'>> => {
  const heard = async (): Promise<Seen> =>
    (await state.positions())[streamName('orders', storeId)]?.appliedThrough ?? {};
  const before = await heard();
  const orders = await view.recentOrders(10_000, null);
  return {
    orders: new Map(orders.map((order) => [order.id, order])),
    appliedThrough: laterOf(before, await heard()),
  };
};

export const shownBy = async (running: RunningTill, storeId: string): Promise<Shown> => ({
  ...(await ordersShownBy(running, storeId)),
  stock: await running.store.view.stockLevels(ALL_SKUS),
  codes: await readCodeOrders(running.store.ledger),
});

const isPaidBy = (order: Order, payments: readonly Payment[]): boolean =>
  payments.every(({ id }) => order.payments.filter((paid) => paid.id === id).length === 1);

const timesSold = (order: Order, { payments, lines, number }: Sale): number =>
  order.number === number && order.lines.length === lines.length && isPaidBy(order, payments)
    ? 1
    : 0;

const timesRemoved = ({ removals }: Order, { id, payload }: OperationOf<'order.amended'>): number =>
  payload.removed.every(
    ({ lineId }) =>
      removals.filter((removal) => removal.actId === id && removal.lineId === lineId).length === 1,
  )
    ? 1
    : 0;

/** How often an order contains a fact; 1 where a later fact of the same kind may stand in its place. */
const timesIn = (order: Order, operation: Operation): number => {
  const { pickup } = order;
  switch (operation.type) {
    case 'sale.completed':
      return timesSold(order, operation.payload);
    case 'exchange.completed': {
      const { sold } = operation.payload;
      if (order.id === sold.orderId) return timesSold(order, sold);
      return order.returns.filter(({ operationId }) => operationId === operation.id).length;
    }
    case 'order.paid':
      return isPaidBy(order, operation.payload.payments) ? 1 : 0;
    case 'order.amended':
      return pickup === null ? 1 : timesRemoved(order, operation);
    case 'order.canceled':
      return order.canceledAt === null ? 0 : 1;
    case 'pickup.rejected':
      return pickup !== null && pickup.failedAt === null ? 0 : 1;
    case 'pickup.moved':
      return pickup !== null && !pickup.moves.includes(operation.id) ? 0 : 1;
    case 'pickup.extended':
      return pickup !== null && pickup.expiresAt < operation.payload.expiresAt ? 0 : 1;
    case 'pickup.arrived':
      return pickup !== null && (pickup.shipment?.arrivedAt ?? null) === null ? 0 : 1;
    case 'pickup.putBack':
      return pickup === null
        ? 1
        : pickup.putBacks.filter(({ operationId }) => operationId === operation.id).length;
    case 'return.completed':
      return order.returns.filter(({ operationId }) => operationId === operation.id).length;
    case 'pickup.handedOver':
      return (order.pickup?.handOvers ?? []).filter(
        ({ operationId }) => operationId === operation.id,
      ).length;
    case 'pickup.prepared':
      // A till that is too late prepares what is no pickup; nothing is to be shown of it.
      return order.pickup === null
        ? 1
        : order.pickup.preparations.filter(({ operationId }) => operationId === operation.id)
            .length;
    default:
      return 1;
  }
};

/**
 * Acts that leave no trace of their store in an order: once it is another store's, it is not shown here any more when
 * the till has heard that the server has the act (rule S2).
 */
const MAY_LEAVE: ReadonlySet<Operation['type']> = new Set([
  'pickup.picked',
  'order.paid',
  'order.amended',
  'order.canceled',
  'pickup.rejected',
  'pickup.moved',
  'pickup.extended',
  'pickup.arrived',
]);

/** §1.4: what was done here is in the view exactly once from the moment it is durable, whatever the network does. */
export const judgeOwnActs = (
  tillId: string,
  acts: readonly Operation[],
  shown: Pick<Shown, 'orders' | 'appliedThrough'>,
): void => {
  for (const operation of acts) {
    const { journalId, seq, type, id } = operation;
    const isHeard = seq <= (shown.appliedThrough[journalId] ?? 0);
    for (const orderId of orderIdsOf(operation)) {
      const order = shown.orders.get(orderId);
      if (order?.provisional !== false && isHeard && MAY_LEAVE.has(type)) continue;
      const times = order ? timesIn(order, operation) : 0;
      demand(times === 1, 'S2', () => `${tillId} shows ${type} ${id} ${times} times`);
    }
  }
};

/** §1.4: the effect of each own act on stock counts once, beside what the server's document says it contains. */
export const judgeOwnStock = async (
  till: TillMachine,
  running: RunningTill,
  shown: Shown,
): Promise<void> => {
  const { storeId } = till;
  const bases = await running.store.state.stockLevels(storeId, ALL_SKUS);
  const positions = await running.store.state.positions();
  const statuses = await running.store.state.statuses();
  const kept = new Set(
    statuses.filter(({ status }) => status === 'quarantined').map(({ hash }) => hash),
  );
  const through = (journalId: string): number =>
    Math.min(
      ...[`stock:${storeId}`, `statuses:${till.tillId}`].map(
        (stream) => positions[stream]?.appliedThrough[journalId] ?? 0,
      ),
    );
  const confirmed = till.ledger.confirmed();
  for (const sku of ALL_SKUS) {
    const base = bases.find((level) => level.sku === sku);
    const contained = (journalId: string): number =>
      base ? (base.seen[journalId] ?? 0) : through(journalId);
    const sumOf = (operations: readonly Operation[], aside: ReadonlySet<string>): number =>
      operations
        .filter(({ journalId, seq, hash }) => seq > contained(journalId) || aside.has(hash))
        .flatMap(movementsOf)
        .filter((movement) => movement.sku === sku)
        .reduce((sum, { quantity }) => sum + quantity, base?.onHand ?? 0);
    // What is on disk and not confirmed yet, own operations as well as statuses, may show or not.
    const allowed = [confirmed, till.ledger.operations()].flatMap((operations) =>
      [kept, new Set<string>()].map((aside) => sumOf(operations, aside)),
    );
    const onHand = shown.stock.get(sku)?.onHand ?? 0;
    demand(
      allowed.includes(onHand),
      'S2',
      () => `${till.tillId} shows ${onHand} of ${sku}, is ${allowed.join(' or ')}`,
    );
  }
};

/** P4: the till believes held only what the server holds, in the epoch it speaks of. */
export const judgeAcknowledged = async (
  till: TillMachine,
  running: RunningTill,
  facts: Facts,
): Promise<void> => {
  const { epoch, acknowledged } = await readSyncState(running.store.ledger);
  if (epoch !== facts.epoch) return;
  const heads = new Map(facts.journals.map(({ journalId, headSeq }) => [journalId, headSeq]));
  for (const [journalId, seq] of Object.entries(acknowledged))
    demand(
      seq <= (heads.get(journalId) ?? 0),
      'P1',
      () => `${till.tillId} believes ${journalId} held up to ${seq}, it is ${heads.get(journalId)}`,
    );
};

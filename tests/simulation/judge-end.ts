import { streamName } from '#shared/protocol/pull.ts';
import { placeOrder } from '#shared/domain/order/place.ts';
import type { Order } from '#shared/domain/order/schema.ts';
import { canonicalJson } from '#shared/kernel/canonical-json.ts';
import { applyToOrder, movementsOf, orderIdsOf } from '#shared/operations/effects.ts';
import { operationId } from '#shared/kernel/ids.ts';
import type { Operation } from '#shared/operations/operation.ts';
import { queuedOf } from '#renderer/store/queue.ts';
import type { Facts } from './facts.ts';
import { ALL_SKUS, type Shown } from './judge-till.ts';
import type { RunningTill, TillMachine } from './till-machine.ts';
import type { WebOrder } from './web-shop.ts';
import { demand } from './witness.ts';

/** P1: nothing waits any more, unless the server no longer hears this till. */
export const judgeFlushed = async (till: TillMachine, running: RunningTill): Promise<void> => {
  const { phase, cause } = running.sync.status();
  const isDone = till.isRevoked ? cause === 'till_revoked' : phase === 'synced';
  demand(isDone, 'P1', () => `${till.tillId} does not come to rest: ${phase} ${cause}`);
  const queued = await queuedOf(running.store.ledger);
  demand(queued === 0, 'P1', () => `${till.tillId} still has ${queued} operations to push`);
};

/**
 * Every operation durable on a till is in effect; what is not may be so only for a reason that the history has:
 * the till was revoked, or an old copy of its disk was put back and its journal forked.
 */
export const judgeDelivery = (
  till: TillMachine,
  facts: Facts,
  was: { readonly revoked: boolean; readonly forked: boolean; readonly restored: boolean },
): void => {
  const rows = new Map(facts.operations.map((row) => [operationId(row.journalId, row.seq), row]));
  for (const { id, hash, type } of till.ledger.operations()) {
    const row = rows.get(id);
    if (row?.hash === hash) {
      const isExcused =
        (row.reason === 'till_revoked' && was.revoked) ||
        (row.reason === 'chain_broken' && was.forked);
      demand(
        row.status === 'applied' || isExcused,
        'P2',
        () => `${type} ${id} was well formed and is quarantined: ${row.reason}`,
      );
      continue;
    }
    // A server that was restored just after it kept a fork aside may never hear of it again.
    const isKept = was.restored || facts.forks.some((fork) => fork.hash === hash);
    demand(
      isKept && was.forked,
      'P1',
      () => `${type} ${id} is durable at its till and not at the server`,
    );
  }
};

const withoutSeen = ({ seen: _, ...order }: Order) => order;

/** The server's documents, and on top of them what it keeps aside of this till's own (rule P3). */
const dueOf = (till: TillMachine, facts: Facts) => {
  const stream = streamName('orders', till.storeId);
  const orders = new Map(
    facts
      .documents('orders')
      .filter(({ streams }) => streams.includes(stream))
      .map(({ document }) => [document.id, document]),
  );
  const onHand = new Map(
    facts
      .documents('stock')
      .filter(({ document }) => document.storeId === till.storeId)
      .map(({ document }) => [document.sku, Number(document.onHand)]),
  );
  const kept = new Set(
    facts
      .documents('statuses')
      .filter(({ streams }) => streams.includes(streamName('statuses', till.tillId)))
      .flatMap(({ document: { hash, status } }) => (status === 'quarantined' ? [hash] : [])),
  );
  const unprocessed = till.ledger.operations().filter(({ hash }) => kept.has(hash));
  for (const operation of unprocessed) {
    for (const id of orderIdsOf(operation)) {
      const order = applyToOrder(orders.get(id) ?? null, operation, id);
      if (order) orders.set(id, order);
    }
    for (const { sku, quantity } of movementsOf(operation))
      onHand.set(sku, (onHand.get(sku) ?? 0) + quantity);
  }
  return { orders, onHand, isWhole: unprocessed.length === 0 };
};

/** The till shows what the server holds for its store. */
export const judgeView = (till: TillMachine, shown: Shown, facts: Facts): void => {
  const { tillId, storeId } = till;
  const { orders, onHand, isWhole } = dueOf(till, facts);
  for (const [id, order] of orders) {
    const own = shown.orders.get(id);
    demand(
      own !== undefined && canonicalJson(withoutSeen(own)) === canonicalJson(withoutSeen(order)),
      'S2',
      () =>
        `${tillId} shows order ${id} as\n${canonicalJson(own ?? null)}\ndue is\n${canonicalJson(order)}`,
    );
  }
  for (const id of shown.orders.keys())
    demand(orders.has(id), 'S2', () => `${tillId} shows order ${id}, which the server has not`);
  const reserved = new Map<string, number>();
  for (const row of facts.reservations)
    if (row.storeId === storeId) reserved.set(row.sku, (reserved.get(row.sku) ?? 0) + row.quantity);
  for (const sku of ALL_SKUS) {
    const own = shown.stock.get(sku);
    const isSame =
      own?.onHand === (onHand.get(sku) ?? 0) &&
      (!isWhole || own.reserved === (reserved.get(sku) ?? 0));
    demand(
      isSame,
      'S2',
      () =>
        `${tillId} shows ${sku} ${own?.onHand}/${own?.reserved}, due is ${onHand.get(sku)}/${reserved.get(sku)}`,
    );
  }
};

/** What does not follow from the facts alone: the order in which they were heard of. */
const timeless = (order: Order) => ({
  ...order,
  // Of an order known from facts alone, where and when the first of them that was heard of happened.
  ...(order.provisional ? { placedAt: null, storeId: null } : {}),
  seen: null,
  updatedAt: null,
  canceledAt: order.canceledAt === null ? null : 'canceled',
  pickup: order.pickup && {
    ...order.pickup,
    shelf: null,
    ...(order.provisional ? { placedAt: null, expiresAt: null } : {}),
  },
  payments: order.payments.toSorted((left, right) => (left.id < right.id ? -1 : 1)),
  refunds: order.refunds.toSorted((left, right) => (left.id < right.id ? -1 : 1)),
});

const rankOf = ({ type }: Operation): number => (type === 'sale.completed' ? 0 : 1);

/** S5: an order is what its facts make of it, in whatever order they arrived. */
export const judgeConvergence = (
  facts: Facts,
  applied: readonly Operation[],
  webOrders: readonly WebOrder[],
): void => {
  const due = new Map<string, Order>();
  for (const { placement } of webOrders) due.set(placement.id, placeOrder(null, placement));
  const inTime = applied.toSorted(
    (left, right) => rankOf(left) - rankOf(right) || (left.id < right.id ? -1 : 1),
  );
  for (const operation of inTime) {
    for (const id of orderIdsOf(operation)) {
      const order = applyToOrder(due.get(id) ?? null, operation, id);
      if (order) due.set(id, order);
    }
  }
  const held = facts.documents('orders').map(({ document }) => document);
  for (const order of held) {
    const expected = due.get(order.id);
    const same =
      expected !== undefined &&
      canonicalJson(timeless({ ...expected, ...cancellationOf(order, expected) })) ===
        canonicalJson(timeless(order));
    demand(
      same,
      'S5',
      () =>
        `order ${order.id} is\n${canonicalJson(order)}\nits facts make\n${canonicalJson(expected ?? null)}`,
    );
  }
  for (const { placement, wantsCancel, isClosed } of webOrders) {
    const order = held.find(({ id }) => id === placement.id);
    demand(
      order !== undefined && !order.provisional,
      'S5',
      () => `web order ${placement.id} is not there`,
    );
    demand(
      !wantsCancel ||
        isClosed ||
        (order !== null && order !== undefined && order.canceledAt !== null),
      'S5',
      () => `web order ${placement.id} was to be canceled`,
    );
  }
};

/** A cancellation is not a till's fact; the channel's wish is judged by itself. */
const cancellationOf = ({ canceledAt }: Order, expected: Order): Partial<Order> => {
  if (canceledAt === null) return {};
  const { pickup } = expected;
  if (pickup === null || pickup.state === 'completed') return { canceledAt };
  return { canceledAt, pickup: { ...pickup, state: 'canceled' } };
};

/** The sales ledger says what the orders say. */
export const judgeSales = (facts: Facts): void => {
  const sums = new Map<string, number>();
  for (const { orderId, total, operationId: id } of facts.saleLines) {
    const isReturn = total < 0;
    if (orderId !== null && !isReturn) sums.set(orderId, (sums.get(orderId) ?? 0) + total);
    demand(id.length > 0, 'P1', () => 'a sale line of nothing');
  }
  for (const { document: order } of facts.documents('orders')) {
    const isSold =
      !order.provisional && (order.pickup === null || order.pickup.state === 'completed');
    const due = isSold ? order.totals.total : 0;
    const held = sums.get(order.id) ?? 0;
    demand(
      held === due,
      'S5',
      () => `order ${order.id} sold ${held} by the ledger, ${due} by its lines`,
    );
  }
};

import { streamName } from '#shared/protocol/pull.ts';
import { contradictionsOfOrder } from '#shared/domain/exception/contradictions.ts';
import { allLinesOf, handedOverByLine } from '#shared/domain/order/balance.ts';
import type { Order } from '#shared/domain/order/schema.ts';
import { storesOfOrder } from '#shared/domain/order/stores-of-order.ts';
import { shareOf } from '#shared/domain/pricing/share-of.ts';
import { canonicalJson } from '#shared/kernel/canonical-json.ts';
import { applyToOrder, movementsOf, orderIdsOf } from '#shared/operations/effects.ts';
import { operationId } from '#shared/kernel/ids.ts';
import type { Operation } from '#shared/operations/operation.ts';
import { readIdentity } from '#renderer/store/identity.ts';
import { queuedOf } from '#renderer/store/queue.ts';
import { demandSame } from './demand-same.ts';
import type { Facts } from './facts.ts';
import { ALL_SKUS, type Shown } from './judge-till.ts';
import type { RunningTill, TillMachine } from './till-machine.ts';
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

/** What a till writes now has a name of its own: whatever became of its earlier journals, of this one nothing is kept aside. */
export const judgeJournal = async (
  till: TillMachine,
  running: RunningTill,
  facts: Facts,
): Promise<void> => {
  const identity = await readIdentity(running.store.ledger);
  const held = new Set(facts.operations.map(({ hash }) => hash));
  for (const { id, hash, journalId } of till.ledger.operations())
    demand(
      journalId !== identity?.journalId || held.has(hash),
      'J1',
      () => `${till.tillId} goes on in a journal of which ${id} is not held`,
    );
};

const withoutSeen = ({ seen: _, ...order }: Order) => order;

/** The server's documents, and on top of them what it keeps aside of this till's own (rule P3). */
const dueOf = (till: TillMachine, { codes }: Shown, facts: Facts) => {
  const orders = new Map(
    facts
      .documents('orders')
      .filter(({ document }) => storesOfOrder(document).includes(till.storeId))
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
      const order = applyToOrder(orders.get(id) ?? codes[id] ?? null, operation, id);
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
  const { orders, onHand, isWhole } = dueOf(till, shown, facts);
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

const soldOf = (order: Order): number => {
  if (order.provisional) return 0;
  if (order.pickup === null) return order.totals.total;
  const handedOver = handedOverByLine(order);
  return allLinesOf(order).reduce((sum, { id, quantity, total }) => {
    const left = Math.min(quantity, handedOver.get(id) ?? 0);
    return sum + shareOf(total, quantity, 0, left);
  }, 0);
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
    const due = soldOf(order);
    const held = sums.get(order.id) ?? 0;
    demand(
      held === due,
      'S5',
      () => `order ${order.id} sold ${held} by the ledger, ${due} by its lines`,
    );
  }
};

/**
 * R3: what a till's shift counts of a hand-over as sold is what the sales ledger has of it, unless tills that were cut off from
 * each other, or the channel, did something else with that order.
 */
export const judgeHandOvers = (facts: Facts, operations: readonly Operation[]): void => {
  const orders = new Map(facts.documents('orders').map(({ document }) => [document.id, document]));
  for (const { id, type, payload } of operations) {
    if (type !== 'pickup.handedOver') continue;
    const order = orders.get(payload.orderId);
    const isPlain =
      order !== undefined &&
      order.formerLines.length === 0 &&
      contradictionsOfOrder(order).length === 0;
    if (!isPlain) continue;
    const held = facts.saleLines
      .filter(({ operationId: of }) => of === id)
      .reduce((sum, { total }) => sum + total, 0);
    const told = (payload.sold ?? []).reduce((sum, { total }) => sum + total, 0);
    demand(held === told, 'R3', () => `${id} says it sold ${told}, the ledger has ${held}`);
  }
};

/** A till shows the exceptions that are open and concern its store. */
export const judgeExceptionsShown = async (
  { tillId, storeId }: TillMachine,
  { store: { state } }: RunningTill,
  facts: Facts,
): Promise<void> => {
  const due = facts
    .documents('exceptions')
    .map(({ document }) => document)
    .filter((exception) => exception.state === 'open')
    .filter((exception) => [exception.storeId, ...exception.otherStoreIds].includes(storeId));
  demandSame('S2', `${tillId} shows exceptions`, await state.openExceptions(), due);
};

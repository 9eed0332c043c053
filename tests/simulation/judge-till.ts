import type { Order } from '#shared/domain/order/schema.ts';
import type { StockLevel } from '#shared/domain/stock/schema.ts';
import { movementsOf, orderIdsOf } from '#shared/operations/effects.ts';
import type { Operation } from '#shared/operations/operation.ts';
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
};

export const shownBy = async ({ store: { view } }: RunningTill): Promise<Shown> => {
  const orders = await view.recentOrders(10_000, null);
  return {
    orders: new Map(orders.map((order) => [order.id, order])),
    stock: await view.stockLevels(ALL_SKUS),
  };
};

/** How often an order contains a fact. */
const timesIn = (order: Order | undefined, operation: Operation): number => {
  if (!order) return 0;
  switch (operation.type) {
    case 'sale.completed': {
      const { payments, lines, number } = operation.payload;
      const holdsAll =
        order.number === number &&
        order.lines.length === lines.length &&
        payments.every(({ id }) => order.payments.filter((paid) => paid.id === id).length === 1);
      return holdsAll ? 1 : 0;
    }
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

/** §1.4: what was done here is in the view exactly once from the moment it is durable, whatever the network does. */
export const judgeOwnActs = (tillId: string, acts: readonly Operation[], shown: Shown): void => {
  for (const operation of acts) {
    for (const orderId of orderIdsOf(operation)) {
      const times = timesIn(shown.orders.get(orderId), operation);
      demand(
        times === 1,
        'S2',
        () => `${tillId} shows ${operation.type} ${operation.id} ${times} times`,
      );
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

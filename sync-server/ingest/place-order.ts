import { placeOrder, type Placement } from '#shared/domain/order/place.ts';
import type { Order } from '#shared/domain/order/schema.ts';
import type { SaleLineRow } from '../store/store.ts';
import { changeWebOrder } from './change-web-order.ts';
import type { IngestEnvironment } from './environment.ts';
import { moneyRows, soldByHandOver } from './ledger-lines.ts';
import { recordOrder } from './record-order.ts';

/** What was handed over before the order was known; what it sold can only be said now. */
const soldBefore = (order: Order): SaleLineRow[] => {
  const { pickup } = order;
  if (pickup === null) return [];
  return pickup.handOvers.flatMap((handOver, index) => {
    const known = { ...order, pickup: { ...pickup, handOvers: pickup.handOvers.slice(0, index) } };
    return soldByHandOver(known, handOver);
  });
};

/**
 * A web order enters its store: order, reservations, money taken, exceptions. Placed once: of an id that is there
 * already the order comes back as it is, and nothing is written.
 */
export const placeWebOrder = (
  { store, now }: Pick<IngestEnvironment, 'store' | 'now'>,
  placement: Placement,
): Promise<{ readonly order: Order; readonly placed: boolean }> =>
  changeWebOrder({ store }, placement.id, placement.storeId, async (before, workspace) => {
    if (before && !before.provisional) return { order: before, placed: false };
    const after = placeOrder(before, placement);
    const { id, storeId, placedAt: at, payments } = placement;
    await recordOrder(workspace, { before, after, movements: [], origin: null }, now());
    workspace.addMoney(moneyRows({ operationId: id, orderId: id, storeId, at }, payments));
    workspace.addSaleLines(soldBefore(after));
    return { order: after, placed: true };
  });

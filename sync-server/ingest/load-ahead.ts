import { exceptionId } from '#shared/domain/exception/contradictions.ts';
import { soldBy } from './sold-by.ts';
import { storesOfOrder } from '#shared/domain/order/stores-of-order.ts';
import { stockLevelId } from '#shared/domain/stock/schema.ts';
import { storesOfDelivery } from '#shared/domain/delivery/difference.ts';
import type { Delivery } from '#shared/domain/delivery/schema.ts';
import { deliveryIdOf, otherStoreOf } from '#shared/operations/delivery-effects.ts';
import { parkedIdOf } from '#shared/operations/basket-effects.ts';
import { movementsOf, orderIdsOf } from '#shared/operations/effects.ts';
import type { Operation } from '#shared/operations/operation.ts';
import { referenceId } from '#shared/protocol/documents.ts';
import type { StoreTransaction } from '../store/store.ts';
import { storesOfBlindReturns } from './blind-returns.ts';
import { loadDiscounts } from './check-discounts.ts';
import type { Applying } from './environment.ts';
import { storesOfCustomers } from './record-customer.ts';
import { readDelivery } from './record-delivery.ts';
import { registeredIds } from './reconcile-fiscal.ts';
import { explainedIds } from './reconcile-payments.ts';
import { resolvedIn } from './resolve-exception.ts';
import { storesOfException } from './reconcile-exceptions.ts';
import type { Workspace } from './workspace.ts';

/** How much of each product goes in or out, by the id of its level. */
const movedByLevel = (operations: readonly Operation[]): Map<string, number> => {
  const moved = new Map<string, number>();
  for (const { storeId, sku, quantity } of operations.flatMap(movementsOf)) {
    const id = stockLevelId(storeId, sku);
    moved.set(id, (moved.get(id) ?? 0) + Math.abs(quantity));
  }
  return moved;
};

/** Exceptions of the levels that may come below zero, or up from there. */
const idsBelowZero = async (
  workspace: Workspace,
  moved: ReadonlyMap<string, number>,
): Promise<string[]> => {
  const ids: string[] = [];
  for (const [id, quantity] of moved) {
    const level = await workspace.document('stock', id);
    if ((level?.onHand ?? 0) < quantity) ids.push(exceptionId('below_zero', id));
  }
  return ids;
};

/** The deliveries that operations are about, as far as they are known. */
const loadDeliveries = async (
  workspace: Workspace,
  operations: readonly Operation[],
): Promise<Delivery[]> => {
  const ids = [...new Set(operations.map(deliveryIdOf).filter((id) => id !== null))];
  await workspace.load(
    'references',
    ids.map((id) => referenceId('delivery', id)),
  );
  const known = await Promise.all(ids.map((id) => readDelivery(workspace, id)));
  return known.filter((delivery) => delivery !== null);
};

/**
 * Locks the stores that these operations concern, and reads ahead what they are about. Orders and exceptions are read before
 * their stores can be known; should one change until the lock is there, the store runs the transaction again.
 */
export const loadAhead = async (
  tx: StoreTransaction,
  workspace: Workspace,
  operations: readonly Operation[],
  { storeId, crypto }: Pick<Applying, 'crypto'> & { readonly storeId: string },
): Promise<void> => {
  const orderIds = operations.flatMap(orderIdsOf);
  await workspace.load('orders', orderIds);
  const orders = (await Promise.all(orderIds.map((id) => workspace.document('orders', id)))).filter(
    (order) => order !== null,
  );
  const others = operations.flatMap((operation) => [
    ...(operation.type === 'pickup.moved' ? [operation.payload.toStoreId] : []),
    ...[otherStoreOf(operation)].filter((id) => id !== null),
  ]);
  const deliveries = await loadDeliveries(workspace, operations);
  const settled = await resolvedIn(workspace, operations);
  const customers = await storesOfCustomers(workspace, operations, orders);
  const withoutReceipt = await storesOfBlindReturns(workspace, operations, crypto);
  await tx.lock(
    [],
    [
      ...new Set([
        storeId,
        ...others,
        ...withoutReceipt,
        ...customers,
        ...orders.flatMap(storesOfOrder),
        ...deliveries.flatMap(storesOfDelivery),
        ...settled.flatMap(storesOfException),
      ]),
    ],
  );
  const parked = operations.map(parkedIdOf).filter((id) => id !== null);
  await workspace.load('references', [
    referenceId('settings', storeId),
    ...(operations.some(({ type }) => type === 'tiles.arranged')
      ? [referenceId('quickKeys', storeId)]
      : []),
    ...parked.map((id) => referenceId('parkedBasket', id)),
  ]);
  const sold = operations.flatMap((operation) => soldBy(operation)?.lines ?? []);
  await workspace.prices(
    storeId,
    sold.map(({ sku }) => sku),
  );
  await loadDiscounts(workspace, operations);
  const moved = movedByLevel(operations);
  const reserved = orders.flatMap(({ storeId: at, lines }) =>
    lines.map(({ sku }) => stockLevelId(at, sku)),
  );
  await workspace.load('stock', [...moved.keys(), ...reserved]);
  await workspace.load('exceptions', [
    ...(await idsBelowZero(workspace, moved)),
    ...operations.flatMap(explainedIds),
    ...operations.flatMap(registeredIds),
  ]);
};

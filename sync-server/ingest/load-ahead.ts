import { stockLevelId } from '#shared/domain/stock/schema.ts';
import { movementsOf, orderIdOf } from '#shared/operations/effects.ts';
import type { Operation } from '#shared/operations/operation.ts';
import { referenceId } from '#shared/protocol/documents.ts';
import type { StoreTransaction } from '../store/store.ts';
import { storesOfOrder } from './streams.ts';
import type { Workspace } from './workspace.ts';

/**
 * Locks the stores that these operations concern, and reads ahead what they are about. Orders are read before their
 * stores can be known; should one change until the lock is there, the store runs the transaction again.
 */
export const loadAhead = async (
  tx: StoreTransaction,
  workspace: Workspace,
  storeId: string,
  operations: readonly Operation[],
): Promise<void> => {
  const orderIds = operations.map(orderIdOf).filter((id) => id !== null);
  await workspace.load('orders', orderIds);
  const orders = (await Promise.all(orderIds.map((id) => workspace.document('orders', id)))).filter(
    (order) => order !== null,
  );
  await tx.lock([], [...new Set([storeId, ...orders.flatMap(storesOfOrder)])]);
  await workspace.load('references', [referenceId('settings', storeId)]);
  await workspace.load('stock', [
    ...operations.flatMap(movementsOf).map((line) => stockLevelId(line.storeId, line.sku)),
    ...orders.flatMap((order) => order.lines.map(({ sku }) => stockLevelId(order.storeId, sku))),
  ]);
};

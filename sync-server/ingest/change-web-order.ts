import type { Order } from '#shared/domain/order/schema.ts';
import { storesOfOrder } from '#shared/domain/order/stores-of-order.ts';
import type { IngestEnvironment } from './environment.ts';
import { createWorkspace, type Workspace } from './workspace.ts';

/**
 * Runs `work` on an order as it is, or null, with its stores locked, and writes what it put. `storeId` is the store
 * of an order that is not there yet.
 */
export const changeWebOrder = <Value>(
  { store }: Pick<IngestEnvironment, 'store'>,
  orderId: string,
  storeId: string | null,
  work: (order: Order | null, workspace: Workspace) => Promise<Value>,
): Promise<Value> =>
  store.transaction(async (tx) => {
    const found = await tx.document('orders', orderId);
    const stores = found === null ? [] : storesOfOrder(found);
    await tx.lock([], [...new Set([...stores, ...(storeId === null ? [] : [storeId])])]);
    const workspace = createWorkspace(tx);
    const value = await work(await workspace.document('orders', orderId), workspace);
    await workspace.flush();
    return value;
  });

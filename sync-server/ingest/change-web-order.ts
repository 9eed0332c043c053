import type { Order } from '#shared/domain/order/schema.ts';
import { storesOfOrder } from '#shared/domain/order/stores-of-order.ts';
import { referenceId } from '#shared/protocol/documents.ts';
import type { StoreTransaction } from '../store/store.ts';
import type { IngestEnvironment } from './environment.ts';
import { createWorkspace, type Workspace } from './workspace.ts';

const storesOfCustomer = async (
  tx: StoreTransaction,
  customerId: string | null | undefined,
): Promise<readonly string[]> => {
  if (!customerId) return [];
  const held = await tx.document('references', referenceId('customer', customerId));
  return held?.type === 'customer' ? held.value.storeIds : [];
};

/**
 * Runs `work` on an order as it is, or null, with its stores locked, and writes what it put. `storeId` is the store
 * of an order that is not there yet; those that know its customer are locked as well, who is `accountId` there.
 */
export const changeWebOrder = <Value>(
  { store }: Pick<IngestEnvironment, 'store'>,
  orderId: string,
  {
    storeId,
    accountId = null,
  }: { readonly storeId: string | null; readonly accountId?: string | null },
  work: (order: Order | null, workspace: Workspace) => Promise<Value>,
): Promise<Value> =>
  store.transaction(async (tx) => {
    const found = await tx.document('orders', orderId);
    const stores = [
      ...(found === null ? [] : storesOfOrder(found)),
      ...(await storesOfCustomer(tx, accountId ?? found?.customer?.accountId)),
    ];
    await tx.lock([], [...new Set([...stores, ...(storeId === null ? [] : [storeId])])]);
    const workspace = createWorkspace(tx);
    const value = await work(await workspace.document('orders', orderId), workspace);
    await workspace.flush();
    return value;
  });

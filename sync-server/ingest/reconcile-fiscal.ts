import { unregistered } from '#shared/domain/exception/of-operation.ts';
import type { Contradiction } from '#shared/domain/exception/schema.ts';
import type { Operation } from '#shared/operations/operation.ts';
import { reconcileExceptions } from './reconcile-exceptions.ts';
import type { Workspace } from './workspace.ts';

const told = (operation: Operation): Contradiction | null => {
  if (operation.type !== 'fiscal.failed' && operation.type !== 'fiscal.registered') return null;
  const { id: failedId, storeId, payload } = operation;
  return unregistered({ ...payload, failedId, storeId });
};

/** Exceptions that end when this operation arrives. */
export const registeredIds = (operation: Operation): string[] => {
  const one = operation.type === 'fiscal.registered' ? told(operation) : null;
  return one === null ? [] : [one.id];
};

/** Whether the document of a failure is known to have been registered since. */
const isRegistered = async (workspace: Workspace, operation: Operation): Promise<boolean> => {
  if (operation.type !== 'fiscal.failed' || operation.payload.orderId === null) return false;
  const { orderId, documentId } = operation.payload;
  const order = await workspace.document('orders', orderId);
  return order?.fiscal?.some((record) => record.documentId === documentId) === true;
};

/** A paper that went out without a number is an exception until its document is registered (rules J8, S5). */
export const reconcileFiscal = async (
  workspace: Workspace,
  operation: Operation,
  now: string,
): Promise<void> => {
  const one = told(operation);
  if (one === null) return;
  const isOpen = operation.type === 'fiscal.failed' && !(await isRegistered(workspace, operation));
  await reconcileExceptions(
    workspace,
    isOpen ? { before: [], after: [one] } : { before: [one], after: [] },
    now,
  );
};

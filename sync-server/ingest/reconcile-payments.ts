import { paymentWithoutSale } from '#shared/domain/exception/contradictions.ts';
import type { Contradiction } from '#shared/domain/exception/schema.ts';
import type { Payment } from '#shared/domain/payment/schema.ts';
import type { Operation } from '#shared/operations/operation.ts';
import { type Contradictions, reconcileExceptions } from './reconcile-exceptions.ts';
import type { Workspace } from './workspace.ts';

const paymentsIn = (operation: Operation): readonly Payment[] => {
  if (operation.type === 'exchange.completed') return operation.payload.sold.payments;
  return 'payments' in operation.payload ? operation.payload.payments : [];
};

/** Money that a till asked an outside machine for is never cash. */
const askedIn = (operation: Operation): string[] =>
  paymentsIn(operation)
    .filter(({ tender }) => tender !== 'cash')
    .map(({ id }) => id);

/** Exceptions that end when this operation arrives: it carries the money they are about. */
const explainedBy = (operation: Operation): Contradiction[] => {
  const { id: operationId, storeId } = operation;
  return askedIn(operation).map((id) => paymentWithoutSale(id, { storeId, operationId }));
};

export const explainedIds = (operation: Operation): string[] =>
  explainedBy(operation).map(({ id }) => id);

/** What this operation says was taken and is carried by nothing of its order. */
const leftBy = async (workspace: Workspace, operation: Operation): Promise<Contradiction[]> => {
  if (operation.type !== 'payment.resolved') return [];
  const { paymentId, orderId, outcome } = operation.payload;
  if (outcome !== 'approved') return [];
  const order = await workspace.document('orders', orderId);
  if (order?.payments.some(({ id }) => id === paymentId)) return [];
  const { id: operationId, storeId } = operation;
  return [paymentWithoutSale(paymentId, { storeId, operationId })];
};

/** Money without a sale is an exception until the sale arrives, whichever is heard of first (rules J3, S5). */
export const reconcilePayments = async (
  workspace: Workspace,
  operation: Operation,
  now: string,
): Promise<void> => {
  const contradictions: Contradictions = {
    before: explainedBy(operation),
    after: await leftBy(workspace, operation),
  };
  await reconcileExceptions(workspace, contradictions, now);
};

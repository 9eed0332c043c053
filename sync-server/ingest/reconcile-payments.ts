import { moneyWithoutAct } from '#shared/domain/exception/of-operation.ts';
import type { Contradiction } from '#shared/domain/exception/schema.ts';
import type { Payment, Refund } from '#shared/domain/payment/schema.ts';
import { paymentsIn, refundsIn, toldRefundOf } from '#shared/operations/money-in.ts';
import type { Operation } from '#shared/operations/operation.ts';
import { type Contradictions, reconcileExceptions } from './reconcile-exceptions.ts';
import type { Workspace } from './workspace.ts';

/** Money that a till asked an outside machine for is never cash. */
const askedOf = (money: readonly Pick<Payment | Refund, 'id' | 'tender'>[]): string[] =>
  money.filter(({ tender }) => tender !== 'cash').map(({ id }) => id);

const resolvedIn = (operation: Operation): string[] => {
  if (operation.type === 'payment.resolved') return [operation.payload.paymentId];
  return operation.type === 'refund.resolved' ? [operation.payload.refundId] : [];
};

/** Exceptions that end when this operation arrives: it carries the money they are about, or says how it ended. */
const explainedBy = (operation: Operation): Contradiction[] => {
  const { id: operationId, storeId } = operation;
  const told = { storeId, operationId };
  const paid = askedOf(paymentsIn(operation));
  const given = askedOf(refundsIn(operation));
  return [
    ...paid.map((id) => moneyWithoutAct('payment_without_sale', id, told)),
    ...given.map((id) => moneyWithoutAct('refund_without_return', id, told)),
    ...[...paid, ...given, ...resolvedIn(operation)].map((id) =>
      moneyWithoutAct('money_unknown', id, told),
    ),
  ];
};

export const explainedIds = (operation: Operation): string[] =>
  explainedBy(operation).map(({ id }) => id);

/** What this operation says was taken or given and is carried by nothing of its order. */
const leftBy = async (workspace: Workspace, operation: Operation): Promise<Contradiction[]> => {
  const { id: operationId, storeId } = operation;
  const told = { storeId, operationId };
  if (operation.type === 'payment.resolved') {
    const { paymentId, orderId, outcome } = operation.payload;
    if (outcome !== 'approved') return [];
    const order = await workspace.document('orders', orderId);
    const isCarried = order?.payments.some(({ id }) => id === paymentId) === true;
    return isCarried ? [] : [moneyWithoutAct('payment_without_sale', paymentId, told)];
  }
  if (operation.type === 'refund.resolved') {
    const { refundId, orderId, outcome } = operation.payload;
    if (outcome !== 'refunded') return [];
    const order = orderId === null ? null : await workspace.document('orders', orderId);
    const isCarried = order?.refunds.some(({ id }) => id === refundId) === true;
    if (isCarried) return [];
    return [moneyWithoutAct('refund_without_return', refundId, told, toldRefundOf(operation))];
  }
  return [];
};

/** Money without a sale or a return is an exception until that arrives, whichever is heard of first (rules J3, S5). */
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

import type { Return } from '#shared/domain/return/schema.ts';
import { happenedAt } from '#shared/operations/happened-at.ts';
import type { Operation } from '#shared/operations/operation.ts';

/** What was done at the counter, as its papers show it. */
export type Returned = {
  readonly operationId: string;
  readonly document: Return;
  /** The order that was taken instead; null = it was no exchange. */
  readonly soldId: string | null;
  /** Refunds and payments of an exchange for which no money moved. */
  readonly setOff: ReadonlySet<string>;
  readonly at: string;
  readonly tillId: string;
  readonly staffId: string;
};

/** null = the operation is neither a return nor an exchange. */
export const returnedOf = (operation: Operation): Returned | null => {
  const { id: operationId, tillId, staffId } = operation;
  const done = { operationId, at: happenedAt(operation), tillId, staffId };
  if (operation.type === 'return.completed')
    return { ...done, document: operation.payload, soldId: null, setOff: new Set() };
  if (operation.type !== 'exchange.completed') return null;
  const { returned, sold, setOff } = operation.payload;
  const ids = setOff.flatMap(({ refundId, paymentId }) => [refundId, paymentId]);
  return { ...done, document: returned, soldId: sold.orderId, setOff: new Set(ids) };
};

import type { Offer } from '#shared/domain/payment/settle.ts';
import { paymentsIn } from '#shared/operations/money-in.ts';
import type { Operation } from '#shared/operations/operation.ts';

/** Whether the customer is to have cash back that they gave: a machine that nobody had heard of took all of it before. */
export const isCashLeft = (offers: readonly Offer[], operation: Operation): boolean => {
  const carried = new Set(paymentsIn(operation).map(({ id }) => id));
  return offers.some(
    ({ id, tender, tendered }) => tender === 'cash' && tendered > 0 && !carried.has(id),
  );
};

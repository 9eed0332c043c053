import type { Payment, Refund } from '../domain/payment/schema.ts';
import type { Operation } from './operation.ts';

/** What an operation says was paid. */
export const paymentsIn = (operation: Operation): readonly Payment[] => {
  if (operation.type === 'exchange.completed') return operation.payload.sold.payments;
  return 'payments' in operation.payload ? operation.payload.payments : [];
};

/** What an operation says was given back. */
export const refundsIn = (operation: Operation): readonly Refund[] => {
  if (operation.type === 'exchange.completed') return operation.payload.returned.refunds;
  return 'refunds' in operation.payload ? operation.payload.refunds : [];
};

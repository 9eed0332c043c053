import type { ToldRefund } from '../domain/exception/schema.ts';
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

/** The refund that a machine was asked for, or gave; null = it is about none, none of an order, or its till did not say. */
export const toldRefundOf = ({ type, payload }: Operation): ToldRefund | null => {
  if (type !== 'refund.requested' && type !== 'refund.resolved') return null;
  const { refundId, orderId, tender, amount } = payload;
  return orderId === null || tender === undefined || amount === undefined
    ? null
    : { refundId, orderId, tender, amount };
};

import { Type } from 'typebox';
import { IdSchema } from '../kernel/ids.ts';
import { Exact, Nullable } from '../kernel/schema.ts';
import { defineOperation } from './define-operation.ts';

/**
 * What became of a requested payment that no sale or hand-over carries. An approved one is money taken that the till
 * has given up completing anything with: it is owed back.
 */
export const paymentResolved = defineOperation(
  'payment.resolved',
  1,
  Exact({
    paymentId: IdSchema,
    orderId: IdSchema,
    outcome: Type.Enum(['approved', 'declined', 'canceled']),
    reference: Nullable(Type.String({ maxLength: 100 })),
  }),
);

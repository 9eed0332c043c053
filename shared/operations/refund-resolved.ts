import { Type } from 'typebox';
import { IdSchema } from '../kernel/ids.ts';
import { Exact, Nullable } from '../kernel/schema.ts';
import { defineOperation } from './define-operation.ts';

/** What became of a requested refund; one that was given is carried by the return that follows. */
export const refundResolved = defineOperation(
  'refund.resolved',
  1,
  Exact({
    refundId: IdSchema,
    orderId: Nullable(IdSchema),
    outcome: Type.Enum(['refunded', 'declined', 'canceled']),
    reference: Nullable(Type.String({ maxLength: 100 })),
  }),
);

import { Type } from 'typebox';
import { IdSchema } from '../kernel/ids.ts';
import { Exact, Nullable } from '../kernel/schema.ts';
import { defineOperation } from './define-operation.ts';

/**
 * What became of a requested refund. One that was given is carried by the return that follows; `refunded` is written only
 * once the till has given that up: money without a return.
 */
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

import { Type } from 'typebox';
import { Tender } from '../domain/payment/schema.ts';
import { IdSchema } from '../kernel/ids.ts';
import { AmountSchema } from '../kernel/money.ts';
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
    /** What was given, or was asked for; left out by tills of an earlier build. */
    tender: Type.Optional(Tender),
    amount: Type.Optional(AmountSchema),
  }),
);

import { Type } from 'typebox';
import { Refund } from '../domain/payment/schema.ts';
import { PickupLine } from '../domain/pickup/schema.ts';
import { IdSchema } from '../kernel/ids.ts';
import { CurrencySchema } from '../kernel/money.ts';
import { Exact } from '../kernel/schema.ts';
import { defineOperation } from './define-operation.ts';

/** A pickup came to nothing: nobody came in time, the customer refused the goods, or there are none (rule R21). */
export const pickupRejected = defineOperation(
  'pickup.rejected',
  1,
  Exact({
    orderId: IdSchema,
    currency: CurrencySchema,
    reason: Type.Enum(['no_show', 'refused', 'not_available']),
    /** What it no longer holds here. */
    released: Type.Array(PickupLine),
    refunds: Type.Array(Refund),
  }),
);

import { Type } from 'typebox';
import { Refund } from '../domain/payment/schema.ts';
import { PickupLine } from '../domain/pickup/schema.ts';
import { IdSchema } from '../kernel/ids.ts';
import { CurrencySchema } from '../kernel/money.ts';
import { Exact } from '../kernel/schema.ts';
import { defineOperation } from './define-operation.ts';

/** The customer gave an order up at the counter, before its goods left. */
export const orderCanceled = defineOperation(
  'order.canceled',
  1,
  Exact({
    orderId: IdSchema,
    currency: CurrencySchema,
    /** What it no longer holds here. */
    released: Type.Array(PickupLine),
    refunds: Type.Array(Refund),
  }),
);

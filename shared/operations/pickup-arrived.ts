import { IdSchema } from '../kernel/ids.ts';
import { CurrencySchema } from '../kernel/money.ts';
import { Exact } from '../kernel/schema.ts';
import { defineOperation } from './define-operation.ts';

/** The goods of an order that were sent to this store came. */
export const pickupArrived = defineOperation(
  'pickup.arrived',
  1,
  Exact({ orderId: IdSchema, currency: CurrencySchema }),
);

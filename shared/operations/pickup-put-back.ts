import { IdSchema } from '../kernel/ids.ts';
import { CurrencySchema } from '../kernel/money.ts';
import { Exact } from '../kernel/schema.ts';
import { defineOperation } from './define-operation.ts';

/** Goods that stood ready for an order that was given up are back where they are sold from (rule R21). */
export const pickupPutBack = defineOperation(
  'pickup.putBack',
  1,
  Exact({ orderId: IdSchema, currency: CurrencySchema }),
);

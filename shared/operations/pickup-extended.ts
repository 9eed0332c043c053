import { IdSchema, TimeSchema } from '../kernel/ids.ts';
import { CurrencySchema } from '../kernel/money.ts';
import { Exact } from '../kernel/schema.ts';
import { defineOperation } from './define-operation.ts';

/** The goods are kept for the customer longer. */
export const pickupExtended = defineOperation(
  'pickup.extended',
  1,
  Exact({ orderId: IdSchema, currency: CurrencySchema, expiresAt: TimeSchema }),
);

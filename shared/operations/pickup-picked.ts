import { Type } from 'typebox';
import { IdSchema } from '../kernel/ids.ts';
import { CurrencySchema } from '../kernel/money.ts';
import { QuantitySchema } from '../kernel/quantity.ts';
import { Exact } from '../kernel/schema.ts';
import { defineOperation } from './define-operation.ts';

/** So much of these lines was found on the shelves. */
export const pickupPicked = defineOperation(
  'pickup.picked',
  1,
  Exact({
    orderId: IdSchema,
    currency: CurrencySchema,
    lines: Type.Array(Exact({ lineId: IdSchema, quantity: QuantitySchema }), { minItems: 1 }),
  }),
);

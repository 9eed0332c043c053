import { Type } from 'typebox';
import { IdSchema } from '../kernel/ids.ts';
import { CurrencySchema } from '../kernel/money.ts';
import { Exact } from '../kernel/schema.ts';
import { defineOperation } from './define-operation.ts';

/** Goods of an order stand ready on a shelf. */
export const pickupPrepared = defineOperation(
  'pickup.prepared',
  1,
  Exact({
    orderId: IdSchema,
    currency: CurrencySchema,
    shelf: Type.String({ maxLength: 40 }),
    lineIds: Type.Array(IdSchema),
  }),
);

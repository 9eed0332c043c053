import { Type } from 'typebox';
import { PickupLine } from '../domain/pickup/schema.ts';
import { IdSchema } from '../kernel/ids.ts';
import { CurrencySchema } from '../kernel/money.ts';
import { Exact } from '../kernel/schema.ts';
import { defineOperation } from './define-operation.ts';

/** An order is to be collected in another store, with goods of that store or with these, sent there. */
export const pickupMoved = defineOperation(
  'pickup.moved',
  1,
  Exact({
    orderId: IdSchema,
    currency: CurrencySchema,
    toStoreId: IdSchema,
    isShipped: Type.Boolean(),
    /** What it no longer holds here. */
    released: Type.Array(PickupLine),
  }),
);

import { IdSchema } from '../kernel/ids.ts';
import { Exact } from '../kernel/schema.ts';
import { defineOperation } from './define-operation.ts';

/** A till goes on with a parked basket. */
export const basketRecalled = defineOperation(
  'basket.recalled',
  1,
  Exact({
    basketId: IdSchema,
    /** The order that it will be now: two tills that recall one basket never sell the same order. */
    nextOrderId: IdSchema,
  }),
);

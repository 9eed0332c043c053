import { ParkedContent } from '../domain/basket/schema.ts';
import { IdSchema } from '../kernel/ids.ts';
import { CurrencySchema } from '../kernel/money.ts';
import { Exact } from '../kernel/schema.ts';
import { defineOperation } from './define-operation.ts';

/** A basket is put aside until its customer comes back; any till of the store may recall it. No sale yet. */
export const basketParked = defineOperation(
  'basket.parked',
  1,
  Exact({
    /** Id of the order that it would have been. */
    basketId: IdSchema,
    currency: CurrencySchema,
    content: ParkedContent,
  }),
);

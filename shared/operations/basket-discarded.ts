import { Type } from 'typebox';
import { VoidReason } from '../domain/basket/void-reason.ts';
import { IdSchema } from '../kernel/ids.ts';
import { AmountSchema, CurrencySchema } from '../kernel/money.ts';
import { Exact } from '../kernel/schema.ts';
import { defineOperation } from './define-operation.ts';

/** A parked basket is given up: nobody came back for it (rule R7). */
export const basketDiscarded = defineOperation(
  'basket.discarded',
  1,
  Exact({
    basketId: IdSchema,
    lineCount: Type.Integer({ minimum: 1 }),
    currency: CurrencySchema,
    amount: AmountSchema,
    reason: VoidReason,
  }),
);

import { Type } from 'typebox';
import { VoidReason } from '../domain/basket/void-reason.ts';
import { IdSchema } from '../kernel/ids.ts';
import { AmountSchema, CurrencySchema } from '../kernel/money.ts';
import { Exact } from '../kernel/schema.ts';
import { defineOperation } from './define-operation.ts';

/** A whole basket was given up (rule R7). */
export const basketVoided = defineOperation(
  'basket.voided',
  1,
  Exact({
    orderId: IdSchema,
    lineCount: Type.Integer({ minimum: 1 }),
    currency: CurrencySchema,
    amount: AmountSchema,
    reason: VoidReason,
  }),
);

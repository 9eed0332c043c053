import { VoidReason } from '../domain/basket/void-reason.ts';
import { QuantitySchema } from '../kernel/quantity.ts';
import { IdSchema, SkuSchema } from '../kernel/ids.ts';
import { AmountSchema, CurrencySchema } from '../kernel/money.ts';
import { Exact } from '../kernel/schema.ts';
import { defineOperation } from './define-operation.ts';

/** A line was taken out of a basket (rule R7: the commonest fraud leaves a trace). */
export const lineVoided = defineOperation(
  'line.voided',
  1,
  Exact({
    orderId: IdSchema,
    sku: SkuSchema,
    quantity: QuantitySchema,
    currency: CurrencySchema,
    amount: AmountSchema,
    reason: VoidReason,
  }),
);

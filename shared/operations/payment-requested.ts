import { Tender } from '../domain/payment/schema.ts';
import { IdSchema } from '../kernel/ids.ts';
import { AmountSchema, CurrencySchema } from '../kernel/money.ts';
import { Exact } from '../kernel/schema.ts';
import { defineOperation } from './define-operation.ts';

/** Money is about to be asked of an outside machine: the intent, durable before the first try (rule J3). */
export const paymentRequested = defineOperation(
  'payment.requested',
  1,
  Exact({
    paymentId: IdSchema,
    orderId: IdSchema,
    tender: Tender,
    currency: CurrencySchema,
    amount: AmountSchema,
  }),
);

import { Tender } from '../domain/payment/schema.ts';
import { IdSchema } from '../kernel/ids.ts';
import { AmountSchema, CurrencySchema } from '../kernel/money.ts';
import { Exact, Nullable } from '../kernel/schema.ts';
import { defineOperation } from './define-operation.ts';

/** An outside machine is about to be asked to give money back: the intent, durable before the first try (rule J3). */
export const refundRequested = defineOperation(
  'refund.requested',
  1,
  Exact({
    refundId: IdSchema,
    orderId: Nullable(IdSchema),
    tender: Tender,
    currency: CurrencySchema,
    amount: AmountSchema,
  }),
);

import { Type } from 'typebox';
import { Return } from '../domain/return/schema.ts';
import { Sale } from '../domain/sale/schema.ts';
import { IdSchema } from '../kernel/ids.ts';
import { CurrencySchema } from '../kernel/money.ts';
import { Exact } from '../kernel/schema.ts';
import { defineOperation } from './define-operation.ts';

/**
 * Goods came back and others were taken instead: two whole documents, settled by their difference (rule R8). What
 * paid itself is a refund and a payment of one tender and amount, for which no money moved.
 */
export const exchangeCompleted = defineOperation(
  'exchange.completed',
  1,
  Exact({
    currency: CurrencySchema,
    returned: Return,
    sold: Sale,
    setOff: Type.Array(Exact({ refundId: IdSchema, paymentId: IdSchema })),
  }),
);

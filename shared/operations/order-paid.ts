import { Type } from 'typebox';
import { Payment } from '../domain/payment/schema.ts';
import { PickupPoints } from '../domain/points/schema.ts';
import { IdSchema } from '../kernel/ids.ts';
import { CurrencySchema, MinorSchema } from '../kernel/money.ts';
import { Exact } from '../kernel/schema.ts';
import { defineOperation } from './define-operation.ts';

/** An order that was placed unpaid was paid at a till; its goods stay where they are. */
export const orderPaid = defineOperation(
  'order.paid',
  1,
  Exact({
    orderId: IdSchema,
    currency: CurrencySchema,
    payments: Type.Array(Payment, { minItems: 1 }),
    rounding: MinorSchema,
    /** Spent on it; left out = none were. */
    points: Type.Optional(PickupPoints),
  }),
);

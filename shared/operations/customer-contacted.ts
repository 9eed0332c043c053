import { Type } from 'typebox';
import { IdSchema } from '../kernel/ids.ts';
import { Exact } from '../kernel/schema.ts';
import { defineOperation } from './define-operation.ts';

/** Somebody spoke with the customer about an order. */
export const customerContacted = defineOperation(
  'customer.contacted',
  1,
  Exact({
    orderId: IdSchema,
    how: Type.Enum(['in_person', 'phone', 'message']),
    note: Type.String({ maxLength: 400 }),
  }),
);

import { Type } from 'typebox';
import { IdSchema } from '../kernel/ids.ts';
import { Exact, Nullable } from '../kernel/schema.ts';
import { defineOperation } from './define-operation.ts';

/** A pickup code or a receipt was shown that proves nothing; recorded where it smells of fraud (rule T4). */
export const codeFailed = defineOperation(
  'code.failed',
  1,
  Exact({
    orderId: Nullable(IdSchema),
    kind: Type.Enum(['pickup_code', 'pickup_digits', 'receipt']),
    reason: Type.String({ pattern: '^[a-z_]{1,40}$' }),
  }),
);

import { Type } from 'typebox';
import { AdjustmentReason } from '../domain/stock/reasons.ts';
import { IdSchema, SkuSchema } from '../kernel/ids.ts';
import { SignedQuantitySchema } from '../kernel/quantity.ts';
import { Exact } from '../kernel/schema.ts';
import { defineOperation } from './define-operation.ts';

/** Stock was found to differ from the books. */
export const stockAdjusted = defineOperation(
  'stock.adjusted',
  1,
  Exact({
    lines: Type.Array(
      Exact({
        id: IdSchema,
        sku: SkuSchema,
        /** Signed: what is added to the level. */
        quantity: SignedQuantitySchema,
        reason: AdjustmentReason,
        note: Type.String({ maxLength: 200 }),
      }),
      { minItems: 1 },
    ),
  }),
);

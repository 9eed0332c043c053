import { Type } from 'typebox';
import { IdSchema, SkuSchema } from '../kernel/ids.ts';
import { CountSchema } from '../kernel/quantity.ts';
import { Exact, Nullable } from '../kernel/schema.ts';
import { defineOperation } from './define-operation.ts';

/** Goods arrived in the store: those of a delivery that was announced, or any (`deliveryId: null`). */
export const stockReceived = defineOperation(
  'stock.received',
  1,
  Exact({
    deliveryId: Nullable(IdSchema),
    /** What stands on the supplier's paper. */
    reference: Type.String({ maxLength: 100 }),
    lines: Type.Array(
      Exact({
        id: IdSchema,
        sku: SkuSchema,
        /** What was counted; 0 = nothing of it came. */
        quantity: CountSchema,
        /** What was announced of it as far as the till knew; null = nothing was. */
        expected: Nullable(CountSchema),
      }),
      { minItems: 1 },
    ),
  }),
);

import { Type } from 'typebox';
import { IdSchema, SkuSchema } from '../kernel/ids.ts';
import { CountSchema } from '../kernel/quantity.ts';
import { Exact, Nullable } from '../kernel/schema.ts';
import { defineOperation } from './define-operation.ts';

/** Goods came from another store; its till may not have told anybody yet that it sent them. */
export const stockTransferReceived = defineOperation(
  'stock.transferReceived',
  1,
  Exact({
    deliveryId: IdSchema,
    fromStoreId: IdSchema,
    lines: Type.Array(
      Exact({
        id: IdSchema,
        sku: SkuSchema,
        /** What was counted; 0 = nothing of it came. */
        quantity: CountSchema,
        /** What was sent of it as far as the till knew; null = it did not. */
        expected: Nullable(CountSchema),
      }),
      { minItems: 1 },
    ),
  }),
);

import { Type } from 'typebox';
import { WriteOffReason } from '../domain/stock/reasons.ts';
import { IdSchema, SkuSchema } from '../kernel/ids.ts';
import { QuantitySchema } from '../kernel/quantity.ts';
import { Exact } from '../kernel/schema.ts';
import { defineOperation } from './define-operation.ts';

/** Goods cannot be sold any more and leave the books. */
export const stockWrittenOff = defineOperation(
  'stock.writtenOff',
  1,
  Exact({
    lines: Type.Array(
      Exact({
        id: IdSchema,
        sku: SkuSchema,
        quantity: QuantitySchema,
        reason: WriteOffReason,
        note: Type.String({ maxLength: 200 }),
      }),
      { minItems: 1 },
    ),
  }),
);

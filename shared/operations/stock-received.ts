import { Type } from 'typebox';
import { IdSchema, SkuSchema } from '../kernel/ids.ts';
import { QuantitySchema } from '../kernel/quantity.ts';
import { Exact } from '../kernel/schema.ts';
import { defineOperation } from './define-operation.ts';

/** Goods arrived in the store. */
export const stockReceived = defineOperation(
  'stock.received',
  1,
  Exact({
    reference: Type.String({ maxLength: 100 }),
    lines: Type.Array(Exact({ id: IdSchema, sku: SkuSchema, quantity: QuantitySchema }), {
      minItems: 1,
    }),
  }),
);

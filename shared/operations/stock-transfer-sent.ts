import { Type } from 'typebox';
import { IdSchema, SkuSchema } from '../kernel/ids.ts';
import { QuantitySchema } from '../kernel/quantity.ts';
import { Exact } from '../kernel/schema.ts';
import { defineOperation } from './define-operation.ts';

/** Goods left for another store. */
export const stockTransferSent = defineOperation(
  'stock.transferSent',
  1,
  Exact({
    /** Also its number: unique without asking anybody, as a receipt's is. */
    deliveryId: IdSchema,
    toStoreId: IdSchema,
    lines: Type.Array(Exact({ id: IdSchema, sku: SkuSchema, quantity: QuantitySchema }), {
      minItems: 1,
    }),
  }),
);

import { Type } from 'typebox';
import { IdSchema, SkuSchema, TimeSchema } from '../kernel/ids.ts';
import { CountSchema, LevelSchema } from '../kernel/quantity.ts';
import { Exact } from '../kernel/schema.ts';
import { defineOperation } from './define-operation.ts';

/** Goods were counted while selling went on: each product at its own moment (rule S4). */
export const stockCounted = defineOperation(
  'stock.counted',
  1,
  Exact({
    lines: Type.Array(
      Exact({
        id: IdSchema,
        sku: SkuSchema,
        counted: CountSchema,
        /** What the till showed on hand at `at`. */
        expected: LevelSchema,
        /** When the first and the last piece was scanned: the till's own clock, raw. */
        from: TimeSchema,
        at: TimeSchema,
      }),
      { minItems: 1 },
    ),
  }),
);

import { Type, type Static } from 'typebox';
import { IdSchema, SkuSchema, TimeSchema } from '../kernel/ids.ts';
import { LevelSchema } from '../kernel/quantity.ts';
import { Exact } from '../kernel/schema.ts';

/** A till asks where else in the chain a product is. */
export const StockElsewhereRequest = Exact({ sku: SkuSchema });

/** What the other stores have of it, as far as the server has heard. */
export const StockElsewhereReply = Exact({
  asOf: TimeSchema,
  stores: Type.Array(
    Exact({
      storeId: IdSchema,
      name: Type.String(),
      onHand: LevelSchema,
      reserved: LevelSchema,
    }),
  ),
});
export type StockElsewhereReply = Static<typeof StockElsewhereReply>;

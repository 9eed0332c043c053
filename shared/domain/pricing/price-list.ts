import { Type, type Static } from 'typebox';
import { IdSchema, SkuSchema, TimeSchema } from '#shared/kernel/ids.ts';
import { AmountSchema } from '#shared/kernel/money.ts';
import { Exact, Nullable } from '#shared/kernel/schema.ts';
import { Channel } from '../order/schema.ts';

export const ListedPrice = Exact({ sku: SkuSchema, price: AmountSchema });
export type ListedPrice = Static<typeof ListedPrice>;

/** Prices of one piece or kilogram for a time; `null` for stores, channels and groups = for all of them. */
export const PriceList = Exact({
  id: IdSchema,
  /** For head office alone. */
  name: Type.String({ minLength: 1, maxLength: 200, pattern: String.raw`\S` }),
  storeIds: Nullable(Type.Array(IdSchema, { minItems: 1 })),
  channels: Nullable(Type.Array(Channel, { minItems: 1 })),
  /** Groups of customers. */
  groupIds: Nullable(Type.Array(IdSchema, { minItems: 1 })),
  startsAt: TimeSchema,
  /** null = for good. */
  endsAt: Nullable(TimeSchema),
  prices: Type.Array(ListedPrice, { minItems: 1, maxItems: 5000 }),
});
export type PriceList = Static<typeof PriceList>;

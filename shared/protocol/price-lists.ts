import { Type, type Static } from 'typebox';
import { Channel } from '../domain/order/schema.ts';
import { PriceList } from '../domain/pricing/price-list.ts';
import { IdSchema, SkuSchema, TimeSchema } from '../kernel/ids.ts';
import { AmountSchema, CurrencySchema } from '../kernel/money.ts';
import { Exact, Nullable } from '../kernel/schema.ts';
import { LocalizedText } from '../kernel/text.ts';

/** Every price list of the chain, those that are over included. */
export const PriceListsReply = Exact({ lists: Type.Array(PriceList) });
export type PriceListsReply = Static<typeof PriceListsReply>;

/** Goods that cost in some channel otherwise than in another, because of a price list that holds or will (rule R9). */
export const PriceDifference = Exact({
  sku: SkuSchema,
  name: LocalizedText,
  list: Exact({ id: IdSchema, name: Type.String() }),
  /** Groups of customers whom the list is for; null = everybody. */
  groupIds: Nullable(Type.Array(IdSchema)),
  /** From when on; null = it is there now. */
  at: Nullable(TimeSchema),
  /** Stores in which it is the same; null = in all. */
  storeIds: Nullable(Type.Array(IdSchema)),
  currency: CurrencySchema,
  /** The list's own price first. */
  prices: Type.Array(Exact({ price: AmountSchema, channels: Type.Array(Channel) })),
});
export type PriceDifference = Static<typeof PriceDifference>;

const Place = Type.String({ pattern: '^[0-9]{1,9}$' });

export const PriceDifferencesQuery = Exact({ page: Type.Optional(Place) });
export type PriceDifferencesQuery = Static<typeof PriceDifferencesQuery>;

/** Of the lists that begin last first; `next` = the page after it. */
export const PriceDifferencesReply = Exact({
  differences: Type.Array(PriceDifference),
  next: Nullable(Place),
});
export type PriceDifferencesReply = Static<typeof PriceDifferencesReply>;

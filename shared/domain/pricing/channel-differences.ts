import type { Currency, Minor } from '#shared/kernel/money.ts';
import type { Product } from '../catalog/schema.ts';
import { Channel } from '../order/schema.ts';
import type { StoreSettings } from '../settings/schema.ts';
import { type AskedPrice, askedPrices } from './price-book.ts';
import type { PriceList } from './price-list.ts';

type Goods = Pick<Product, 'sku' | 'price' | 'storePrices'>;
type Store = Pick<StoreSettings, 'storeId' | 'currency'>;

/** What channels ask alike. */
export type ChannelPrice = { readonly price: Minor; readonly channels: readonly Channel[] };

/** Goods that cost in some channel otherwise than in another, because of a price list. */
export type ChannelDifference = {
  /** From when on; null = it is there now. */
  readonly at: string | null;
  /** Stores in which it is the same. */
  readonly storeIds: readonly string[];
  readonly currency: Currency;
  /** The list's own first. */
  readonly prices: readonly ChannelPrice[];
};

/** A list that holds now or will, and is not for all channels: no other can make a difference. */
export const isOfChannels = ({ channels, endsAt }: PriceList, now: string): boolean =>
  channels !== null && (endsAt === null || endsAt > now);

/** Moments of a list's life at which something may become otherwise, from now on. */
const momentsOf = (list: PriceList, others: readonly PriceList[], now: string): string[] => {
  const from = list.startsAt > now ? list.startsAt : now;
  const moments = others.flatMap(({ startsAt, endsAt }) =>
    [startsAt, endsAt ?? from].filter(
      (at) => at > from && (list.endsAt === null || at < list.endsAt),
    ),
  );
  return [from, ...new Set(moments.toSorted((left, right) => (left < right ? -1 : 1)))];
};

/** The prices of a moment by channel, those of the list first; null = the list makes no difference. */
const pricesBy = (
  list: PriceList,
  asked: ReadonlyMap<Channel, AskedPrice>,
): ChannelPrice[] | null => {
  const channelsByPrice = new Map<Minor, Channel[]>();
  for (const [channel, { price }] of asked) {
    const known = channelsByPrice.get(price);
    if (known) known.push(channel);
    else channelsByPrice.set(price, [channel]);
  }
  const own = [...asked.values()].find((one) => one.listId === list.id);
  if (own === undefined || channelsByPrice.size < 2) return null;
  return [...channelsByPrice]
    .map(([price, channels]) => ({ price, channels }))
    .toSorted((left, right) =>
      left.price === own.price ? -1 : right.price === own.price ? 1 : left.price - right.price,
    );
};

type Chain = {
  readonly lists: readonly PriceList[];
  readonly stores: readonly Store[];
  readonly now: string;
};

/**
 * The difference between channels that a price list makes on purpose (rule R9) of some goods: in each store the first that
 * there is or will be. It is told for the list that makes the price, and not for one that another outweighs.
 */
export const channelDifferences = (
  goods: Goods,
  list: PriceList,
  { lists, stores, now }: Chain,
): ChannelDifference[] => {
  const ofGoods = lists.filter(({ prices }) => prices.some(({ sku }) => sku === goods.sku));
  const moments = momentsOf(list, ofGoods, now);
  const customers = list.groupIds === null ? [[]] : list.groupIds.map((id) => [id]);
  const times = moments.flatMap((at) => customers.map((groupIds) => ({ at, groupIds })));
  const alike = new Map<string, ChannelDifference>();
  for (const { storeId, currency } of stores) {
    const channels = Channel.enum.map(
      (channel) => [channel, askedPrices(ofGoods, { storeId, channel })] as const,
    );
    for (const { at, groupIds } of times) {
      const asked = channels.map(([channel, ask]) => [channel, ask(goods, at, groupIds)] as const);
      const prices = pricesBy(list, new Map(asked));
      if (prices === null) continue;
      const from = at === now ? null : at;
      const key = JSON.stringify([from, currency, prices]);
      const storeIds = [...(alike.get(key)?.storeIds ?? []), storeId];
      alike.set(key, { at: from, currency, storeIds, prices });
      break;
    }
  }
  return [...alike.values()];
};

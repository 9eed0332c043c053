import type { Minor } from '#shared/kernel/money.ts';
import { priceIn, type Product } from '../catalog/schema.ts';
import type { Channel } from '../order/schema.ts';
import type { PriceList } from './price-list.ts';

type Priceable = Pick<Product, 'sku' | 'price' | 'storePrices'>;

/** What a store asks for one piece or kilogram of its goods in a channel, before promotions. */
export type PriceBook = {
  /** At a moment, for a customer of these groups. */
  readonly priceOf: (product: Priceable, at: string, groupIds?: readonly string[]) => Minor;
};

type Where = { readonly storeId: string; readonly channel: Channel };

type Entry = { readonly list: PriceList; readonly price: Minor };

/** The narrower it is meant, the more it counts: first by customer, then by channel, then by store. */
const narrowness = ({ groupIds, channels, storeIds }: PriceList): number =>
  (groupIds === null ? 0 : 4) + (channels === null ? 0 : 2) + (storeIds === null ? 0 : 1);

/** Nothing depends on how lists were stored: among equals the one that began last counts. */
const byWeight = (left: PriceList, right: PriceList): number => {
  const narrower = narrowness(right) - narrowness(left);
  if (narrower !== 0) return narrower;
  if (left.startsAt !== right.startsAt) return left.startsAt > right.startsAt ? -1 : 1;
  return left.id < right.id ? -1 : 1;
};

const holds = ({ startsAt, endsAt, groupIds }: PriceList, at: string, groups: readonly string[]) =>
  startsAt <= at &&
  (endsAt === null || at < endsAt) &&
  (groupIds === null || groupIds.some((id) => groups.includes(id)));

/** What is asked for a product, and the list that says so; null = the product's own price. */
export type AskedPrice = { readonly price: Minor; readonly listId: string | null };

type Ask = (product: Priceable, at: string, groupIds: readonly string[]) => AskedPrice;

/** The prices of a store and channel with the lists they are of, indexed by SKU. */
export const askedPrices = (lists: readonly PriceList[], { storeId, channel }: Where): Ask => {
  const entries = new Map<string, Entry[]>();
  const here = lists.filter(
    ({ storeIds, channels }) =>
      (storeIds === null || storeIds.includes(storeId)) &&
      (channels === null || channels.includes(channel)),
  );
  for (const list of here.toSorted(byWeight))
    for (const { sku, price } of list.prices) {
      const known = entries.get(sku);
      if (known) known.push({ list, price });
      else entries.set(sku, [{ list, price }]);
    }
  return (product, at, groupIds) => {
    const entry = entries.get(product.sku)?.find(({ list }) => holds(list, at, groupIds));
    return entry
      ? { price: entry.price, listId: entry.list.id }
      : { price: priceIn(product, storeId), listId: null };
  };
};

/**
 * The prices of a store and channel: made once for each change of lists. Where no list holds, a product's own price does.
 */
export const priceBook = (lists: readonly PriceList[], where: Where): PriceBook => {
  const ask = askedPrices(lists, where);
  return { priceOf: (product, at, groupIds = []) => ask(product, at, groupIds).price };
};

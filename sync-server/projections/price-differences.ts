import { channelDifferences, isOfChannels } from '#shared/domain/pricing/channel-differences.ts';
import type { PriceList } from '#shared/domain/pricing/price-list.ts';
import type { PriceDifference, PriceDifferencesReply } from '#shared/protocol/price-lists.ts';
import type { Tables } from '../tables.ts';
import { readDocuments } from './read-documents.ts';
import { priceListsOf, storesOf } from './references.ts';

/** Prices that are looked at together, and rows from which on a page is full. */
const CHUNK = 100;
const FULL = 50;

type Priced = { readonly list: PriceList; readonly sku: string };

/** What lists of some channels ask, of those that begin last first. */
const pricedByChannel = (lists: readonly PriceList[], now: string): Priced[] =>
  lists
    .filter((list) => isOfChannels(list, now))
    .toSorted((left, right) => (left.startsAt < right.startsAt ? 1 : -1))
    .flatMap((list) =>
      [...new Set(list.prices.map(({ sku }) => sku))].map((sku) => ({ list, sku })),
    );

/** The differences between channels that price lists make on purpose (rule R9), a page of them from a place on. */
export const readPriceDifferences = async (
  db: Tables,
  from: number,
  now: string,
): Promise<PriceDifferencesReply> => {
  const lists = await priceListsOf(db);
  const stores = await storesOf(db);
  const priced = pricedByChannel(lists, now);
  const differences: PriceDifference[] = [];
  let next = from;
  while (next < priced.length && differences.length < FULL) {
    const chunk = priced.slice(next, next + CHUNK);
    const skus = chunk.map(({ sku }) => sku);
    const products = await readDocuments(db, 'products', skus);
    for (const { list, sku } of chunk) {
      const product = products.get(sku);
      if (!product?.active) continue;
      for (const { storeIds, ...rest } of channelDifferences(product, list, { lists, stores, now }))
        differences.push({
          sku,
          name: product.name,
          list: { id: list.id, name: list.name },
          groupIds: list.groupIds,
          storeIds: storeIds.length === stores.length ? null : [...storeIds],
          ...rest,
          prices: rest.prices.map(({ price, channels }) => ({ price, channels: [...channels] })),
        });
    }
    next += CHUNK;
  }
  return { differences, next: next < priced.length ? String(next) : null };
};

import { offeredOf } from '#shared/domain/stock/offered.ts';
import { stockLevelId } from '#shared/domain/stock/schema.ts';
import { NONE, type Quantity } from '#shared/kernel/quantity.ts';
import type { AvailabilityReply } from '#shared/protocol/channel.ts';
import type { Tables } from '../tables.ts';
import { readDocuments } from './read-documents.ts';
import { readWithheld } from './withheld.ts';

/** By SKU what a store offers online now. */
export const readOffered = async (
  db: Tables,
  storeId: string,
  skus: readonly string[],
  now: string,
): Promise<ReadonlyMap<string, Quantity>> => {
  const withheld = await readWithheld(db, storeId, skus, now);
  const ids = skus.map((sku) => stockLevelId(storeId, sku));
  const levels = await readDocuments(db, 'stock', ids);
  return new Map(
    skus.map((sku) => {
      const level = levels.get(stockLevelId(storeId, sku));
      return [sku, level ? offeredOf(level, withheld.get(sku) ?? NONE) : NONE];
    }),
  );
};

/** What each of these stores could promise of a product. */
export const readAvailability = (
  db: Tables,
  sku: string,
  storeIds: readonly string[],
  now: string,
): Promise<AvailabilityReply['stores']> =>
  Promise.all(
    storeIds.map(async (storeId) => {
      const offered = await readOffered(db, storeId, [sku], now);
      return { storeId, available: offered.get(sku) ?? NONE };
    }),
  );

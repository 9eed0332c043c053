import { stockLevelId } from '#shared/domain/stock/schema.ts';
import { quantity } from '#shared/kernel/quantity.ts';
import type { AvailabilityReply } from '#shared/protocol/channel.ts';
import type { Tables } from '../tables.ts';
import { readDocuments } from './read-documents.ts';

/** What each of these stores could promise of a product: on hand less what is reserved, never below zero. */
export const readAvailability = async (
  db: Tables,
  sku: string,
  storeIds: readonly string[],
): Promise<AvailabilityReply['stores']> => {
  const idOf = (storeId: string) => stockLevelId(storeId, sku);
  const levels = await readDocuments(db, 'stock', storeIds.map(idOf));
  return storeIds.map((storeId) => {
    const level = levels.get(idOf(storeId));
    const available = level ? level.onHand - level.reserved : 0;
    return { storeId, available: quantity(Math.max(0, available)) };
  });
};

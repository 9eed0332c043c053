import { stockLevelId } from '#shared/domain/stock/schema.ts';
import { NONE } from '#shared/kernel/quantity.ts';
import type { StockElsewhereReply } from '#shared/protocol/stock-elsewhere.ts';
import type { Tables } from '../tables.ts';
import { readDocuments } from './read-documents.ts';
import { storesOf } from './references.ts';

/** What every store but one has of a product; a store that never had any has none. */
export const readStockElsewhere = async (
  db: Tables,
  storeId: string,
  sku: string,
): Promise<StockElsewhereReply['stores']> => {
  const others = (await storesOf(db)).filter((store) => store.storeId !== storeId);
  const ids = others.map((store) => stockLevelId(store.storeId, sku));
  const levels = await readDocuments(db, 'stock', ids);
  return others.map(({ storeId: id, name }) => {
    const { onHand, reserved } = levels.get(stockLevelId(id, sku)) ?? {
      onHand: NONE,
      reserved: NONE,
    };
    return { storeId: id, name, onHand, reserved };
  });
};

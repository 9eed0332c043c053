import type { Product } from '#shared/domain/catalog/schema.ts';
import { priceBook, type PriceBook } from '#shared/domain/pricing/price-book.ts';
import { promotionBook, type PromotionBook } from '#shared/domain/pricing/promotion-book.ts';
import type { Channel } from '#shared/domain/order/schema.ts';
import type { StoreSettings } from '#shared/domain/settings/schema.ts';
import type { Tables } from '../tables.ts';
import { readDocuments } from './read-documents.ts';
import { priceListsIn, promotionsIn, storeSettingsOf } from './references.ts';

/** What one store asks for its goods at a moment. */
export type StorePrices = {
  readonly settings: StoreSettings;
  /** By SKU; those asked for that exist. */
  readonly products: ReadonlyMap<string, Product>;
  readonly promotions: PromotionBook;
  readonly prices: PriceBook;
  readonly at: string;
};

/** The prices of these goods in a store for orders of a channel; null = there is no such store. */
export const readStorePrices = async (
  db: Tables,
  { storeId, channel }: { readonly storeId: string; readonly channel: Channel },
  skus: readonly string[],
  at: string,
): Promise<StorePrices | null> => {
  const settings = await storeSettingsOf(db, storeId);
  if (settings === null) return null;
  const products = await readDocuments(db, 'products', skus);
  const { timeZone } = settings;
  const promotions = promotionBook(await promotionsIn(db, storeId), { storeId, channel, timeZone });
  const prices = priceBook(await priceListsIn(db, storeId), { storeId, channel });
  return { settings, products, promotions, prices, at };
};

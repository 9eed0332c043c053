import type { Product } from '#shared/domain/catalog/schema.ts';
import { promotionBook, type PromotionBook } from '#shared/domain/pricing/promotion-book.ts';
import type { Channel } from '#shared/domain/order/schema.ts';
import type { StoreSettings } from '#shared/domain/settings/schema.ts';
import type { Tables } from '../tables.ts';
import { readDocuments } from './read-documents.ts';
import { promotionsIn, storeSettingsOf } from './references.ts';

/** What one store asks for its goods at a moment. */
export type PriceList = {
  readonly settings: StoreSettings;
  /** By SKU; those asked for that exist. */
  readonly products: ReadonlyMap<string, Product>;
  readonly promotions: PromotionBook;
  readonly at: string;
};

/** The prices of these goods in a store for orders of a channel; null = there is no such store. */
export const readPriceList = async (
  db: Tables,
  { storeId, channel }: { readonly storeId: string; readonly channel: Channel },
  skus: readonly string[],
  at: string,
): Promise<PriceList | null> => {
  const settings = await storeSettingsOf(db, storeId);
  if (settings === null) return null;
  const products = await readDocuments(db, 'products', skus);
  const { timeZone } = settings;
  const promotions = promotionBook(await promotionsIn(db, storeId), { storeId, channel, timeZone });
  return { settings, products, promotions, at };
};

import type { Product } from '#shared/domain/catalog/schema.ts';
import type { Promotion } from '#shared/domain/pricing/schema.ts';
import type { StoreSettings } from '#shared/domain/settings/schema.ts';
import type { Tables } from '../tables.ts';
import { readDocuments } from './read-documents.ts';
import { promotionsIn, storeSettingsOf } from './references.ts';

/** What one store asks for its goods at a moment. */
export type PriceList = {
  readonly settings: StoreSettings;
  /** By SKU; those asked for that exist. */
  readonly products: ReadonlyMap<string, Product>;
  readonly promotions: readonly Promotion[];
  readonly at: string;
};

/** The prices of these goods in a store; null = there is no such store. */
export const readPriceList = async (
  db: Tables,
  storeId: string,
  skus: readonly string[],
  at: string,
): Promise<PriceList | null> => {
  const settings = await storeSettingsOf(db, storeId);
  if (settings === null) return null;
  const products = await readDocuments(db, 'products', skus);
  return { settings, products, promotions: await promotionsIn(db, storeId), at };
};

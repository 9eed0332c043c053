import { type QueryExecutorProvider, sql } from 'kysely';
import type { Category } from '#shared/domain/catalog/schema.ts';
import type { StoreSettings, TaxRate } from '#shared/domain/settings/schema.ts';
import type { Reference } from '#shared/protocol/documents.ts';
import { storeWithoutRate } from './store-without-rate.ts';

/** What the chain has already, as an import needs to know it. */
export type KnownCatalog = {
  readonly categories: readonly Category[];
  /** Each once, as the first store that has it calls it; those that every store has come first. */
  readonly taxRates: readonly TaxRate[];
  readonly stores: readonly StoreSettings[];
  /** SKU by barcode. */
  readonly skus: Map<string, string>;
};

const ratesOf = (stores: readonly StoreSettings[]): TaxRate[] => {
  const all = stores.flatMap(({ taxRates }) => taxRates);
  const rates = all.filter(({ id }, place) => all.findIndex((rate) => rate.id === id) === place);
  const isEverywhere = ({ id }: TaxRate): boolean => storeWithoutRate(stores, id) === null;
  return [...rates.filter(isEverywhere), ...rates.filter((rate) => !isEverywhere(rate))];
};

export const readKnownCatalog = async (db: QueryExecutorProvider): Promise<KnownCatalog> => {
  const documents = await sql<{ body: string }>`
    select body from documents where collection = 'references' order by id`.execute(db);
  const references = documents.rows.map(({ body }) => JSON.parse(body) as Reference);
  const stores = references.flatMap((reference) =>
    reference.type === 'settings' ? [reference.value] : [],
  );
  const barcodes = await sql<{ barcode: string; sku: string }>`
    select json_array_elements_text(body::json -> 'barcodes') as barcode, id as sku
    from documents where collection = 'products'`.execute(db);
  return {
    categories: references.flatMap((reference) =>
      reference.type === 'category' ? [reference.value] : [],
    ),
    taxRates: ratesOf(stores),
    stores,
    skus: new Map(barcodes.rows.map(({ barcode, sku }) => [barcode, sku])),
  };
};

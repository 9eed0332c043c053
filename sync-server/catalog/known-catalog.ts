import { type QueryExecutorProvider, sql } from 'kysely';
import type { Category } from '#shared/domain/catalog/schema.ts';
import type { TaxRate } from '#shared/domain/settings/schema.ts';
import type { Reference } from '#shared/protocol/documents.ts';

/** What the chain has already, as an import needs to know it. */
export type KnownCatalog = {
  readonly categories: readonly Category[];
  readonly taxRates: readonly TaxRate[];
  readonly storeIds: readonly string[];
  /** SKU by barcode. */
  readonly skus: Map<string, string>;
};

export const readKnownCatalog = async (db: QueryExecutorProvider): Promise<KnownCatalog> => {
  const documents = await sql<{ body: string }>`
    select body from documents where collection = 'references' order by id`.execute(db);
  const references = documents.rows.map(({ body }) => JSON.parse(body) as Reference);
  const settings = references.flatMap((reference) =>
    reference.type === 'settings' ? [reference.value] : [],
  );
  const barcodes = await sql<{ barcode: string; sku: string }>`
    select json_array_elements_text(body::json -> 'barcodes') as barcode, id as sku
    from documents where collection = 'products'`.execute(db);
  return {
    categories: references.flatMap((reference) =>
      reference.type === 'category' ? [reference.value] : [],
    ),
    taxRates: settings[0]?.taxRates ?? [],
    storeIds: settings.map(({ storeId }) => storeId),
    skus: new Map(barcodes.rows.map(({ barcode, sku }) => [barcode, sku])),
  };
};

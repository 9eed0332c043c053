import { sql } from 'kysely';
import type { Tables } from '../tables.ts';

/** Ids of the tax rates that products on sale name. */
export const namedTaxRates = async (db: Tables): Promise<string[]> => {
  const { rows } = await sql<{ id: string }>`
    select distinct body::json ->> 'taxRateId' as id
    from documents
    where collection = 'products' and streams <> '{}' and body::json ->> 'active' = 'true'`.execute(
    db,
  );
  return rows.map(({ id }) => id);
};

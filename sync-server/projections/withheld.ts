import { sql } from 'kysely';
import { expectedSales, isSilent } from '#shared/domain/stock/offered.ts';
import { type Quantity, quantity } from '#shared/kernel/quantity.ts';
import type { Tables } from '../tables.ts';
import { storeSettingsOf } from './references.ts';

/** Milliseconds before its last contact over which a till's usual sales are taken: four weeks. */
const PERIOD = 28 * 24 * 3_600_000;

type SilentTill = { readonly tillId: string; readonly lastContactAt: string };

/** The tills of a store that are in use, with when they were last heard. */
const tillsIn = (db: Tables, storeId: string): Promise<SilentTill[]> =>
  db
    .selectFrom('tills')
    .select(['id as tillId', sql<string>`last_contact_at`.as('lastContactAt')])
    .where('store_id', '=', storeId)
    .where('last_contact_at', 'is not', null)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('till_keys')
          .select('till_id')
          .whereRef('till_id', '=', 'tills.id')
          .where('revoked_at', 'is', null),
      ),
    )
    .execute();

/** By SKU what a till sold in the weeks before it was last heard, thousandths. */
const usualSales = async (
  db: Tables,
  storeId: string,
  skus: readonly string[],
  { tillId, lastContactAt }: SilentTill,
): Promise<{ readonly sku: string; readonly sold: number }[]> => {
  const since = new Date(Date.parse(lastContactAt) - PERIOD).toISOString();
  const { rows } = await sql<{ sku: string; sold: number }>`
    select sku, sum(quantity)::int8 as sold from sale_lines
    where store_id = ${storeId} and at > ${since} and at <= ${lastContactAt}
      and till_id = ${tillId} and sku = any(${[...skus]}::text[])
    group by sku`.execute(db);
  return rows;
};

/**
 * What a store promises nobody online of each of these products, though it may be there: its safety stock (rule R23),
 * and what its tills that are out of contact will have sold (design §6).
 */
export const readWithheld = async (
  db: Tables,
  storeId: string,
  skus: readonly string[],
  now: string,
): Promise<ReadonlyMap<string, Quantity>> => {
  const safety = (await storeSettingsOf(db, storeId))?.safetyStock ?? 0;
  const withheld = new Map(skus.map((sku) => [sku, quantity(safety)]));
  for (const till of await tillsIn(db, storeId)) {
    const silence = Math.max(0, Date.parse(now) - Date.parse(till.lastContactAt));
    if (!isSilent(silence)) continue;
    for (const { sku, sold } of await usualSales(db, storeId, skus, till)) {
      const expected = expectedSales({ sold, period: PERIOD, silence });
      withheld.set(sku, quantity((withheld.get(sku) ?? 0) + expected));
    }
  }
  return withheld;
};

import { type QueryExecutorProvider, sql } from 'kysely';

/** Forgets prices of versions that never came into force: writing them was cut short. */
export const dropPricesAfter = async (
  db: QueryExecutorProvider,
  version: number,
): Promise<void> => {
  await sql`delete from price_versions where version > ${version}`.execute(db);
};

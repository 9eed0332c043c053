import { type QueryResult, type RawBuilder, sql, type Kysely } from 'kysely';
import type { StoreTables } from './schema.ts';
import { storeError } from './sql-errors.ts';

/** Runs a statement of one transaction; fails as a store does. */
export type Run = <Row>(query: RawBuilder<Row>) => Promise<QueryResult<Row>>;

export const createRun =
  (trx: Kysely<StoreTables>): Run =>
  async (query) => {
    try {
      return await query.execute(trx);
    } catch (error) {
      throw storeError(error);
    }
  };

/** One member of many rows, as one array parameter for `unnest`. */
export const column = <Row, Name extends keyof Row>(rows: readonly Row[], name: Name) =>
  sql.val(rows.map((row) => row[name]));

/** How many rows an insert that skips those that are there has added. */
export const inserted = ({ numAffectedRows }: QueryResult<unknown>): number =>
  Number(numAffectedRows ?? 0);

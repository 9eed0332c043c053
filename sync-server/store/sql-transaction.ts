import { sql, type Transaction } from 'kysely';
import type { StoreTables } from './schema.ts';
import { createSqlDocuments } from './sql-documents.ts';
import { createSqlJournals } from './sql-journals.ts';
import { createSqlLedgers } from './sql-ledgers.ts';
import { createSqlPrices } from './sql-prices.ts';
import { createSqlReplaced } from './sql-replaced.ts';
import { createRun } from './sql-run.ts';
import type { StoreTransaction } from './store.ts';

/** Classes of advisory locks; 3 is that of streams, taken by a trigger when they change. */
const JOURNALS = 1;
const STORES = 2;
const EPOCH = 4;

export type SqlTransaction = StoreTransaction & {
  readonly changedStreams: () => readonly string[];
};

export const createSqlTransaction = (trx: Transaction<StoreTables>): SqlTransaction => {
  const run = createRun(trx);
  const { known, forgetSince, ...documents } = createSqlDocuments(run);
  let savepoints = 0;

  return {
    ...createSqlJournals(run),
    ...createSqlLedgers(run),
    ...createSqlPrices(run),
    ...createSqlReplaced(run),
    ...documents,
    lock: async (journalIds, storeIds) => {
      await run(sql`
        select pg_advisory_xact_lock(class, key) from (
          select ${JOURNALS}::int4 as class, hashtext(id) as key
          from unnest(${journalIds}::text[]) as id
          union
          select ${STORES}::int4, hashtext(id) from unnest(${storeIds}::text[]) as id
          order by class, key
        ) as locks`);
    },
    savepoint: async (work) => {
      savepoints += 1;
      const name = sql.ref(`savepoint_${savepoints}`);
      const before = known();
      await run(sql`savepoint ${name}`);
      try {
        const value = await work();
        await run(sql`release savepoint ${name}`);
        return value;
      } catch (error) {
        await run(sql`rollback to savepoint ${name}`);
        forgetSince(before);
        throw error;
      }
    },
    isLost: async (seq) => {
      const { rows } = await run(sql`
        select from change_gaps
        where after < ${seq} and before > ${seq}
          and epoch = (select epoch from epochs order by position desc limit 1)`);
      return rows.length > 0;
    },
    renewEpoch: async (epoch, next) => {
      await run(sql`select pg_advisory_xact_lock(${EPOCH}::int4, 0)`);
      const { rows } = await run(sql`
        insert into epochs (position, epoch)
        select last + 1, ${next} from (select max(position) as last from epochs) as present
        where not exists (select from epochs where epoch = ${epoch} and position < last)
        returning position`);
      return rows.length > 0;
    },
  };
};

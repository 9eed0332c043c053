import { type Kysely, sql } from 'kysely';
import type { StoreTables } from './schema.ts';

/**
 * A database that starts may be an old copy of one that went on (rule P6). Its changes from now on get numbers that
 * the other one cannot have reached, as microseconds pass faster than changes, and the numbers skipped are noted: a
 * till that was told one of them was told so by the other.
 */
export const openChangeGap = (kysely: Kysely<StoreTables>): Promise<void> =>
  kysely.transaction().execute(async (trx) => {
    await sql`lock table changes in share row exclusive mode`.execute(trx);
    await sql`
      with start as (
        select
          nextval('change_seq') as last,
          (extract(epoch from clock_timestamp()) * 1000000)::int8 as fresh
      ), gap as (
        insert into change_gaps (after, before, epoch)
        select last - 1, fresh, (select epoch from epochs order by position desc limit 1)
        from start where fresh > last
        returning before
      )
      select setval('change_seq', before, false) from gap`.execute(trx);
  });

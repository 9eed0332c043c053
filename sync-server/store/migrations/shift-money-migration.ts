import { type Kysely, type Migration, sql } from 'kysely';
import type { StoreTables } from '../schema.ts';
import { shiftMoneyRowsOf } from '../shift-money.ts';
import { createRun } from '../sql-run.ts';
import { insertShiftMoney } from '../sql-shift-money.ts';
import { storedOperation } from '../stored-operation.ts';

const PAGE = 500;

/** What each operation moved in its shift, so that nobody has to read all of them again to add it up. */
export const shiftMoneyMigration: Migration = {
  up: async (db: Kysely<StoreTables>) => {
    await sql`
      create table shift_money (
        journal_id text collate "C" not null,
        seq int8 not null,
        shift_id text collate "C" not null,
        at text not null,
        type text not null,
        drawer int8 not null,
        moved int8 not null,
        primary key (journal_id, seq)
      );
      create index shift_money_shift_id on shift_money (shift_id)`.execute(db);
    for (let offset = 0; ; offset += PAGE) {
      const { rows } = await sql<{ text: string }>`
        select text from operations
        where shift_of(text) is not null and status = 'applied'
        order by journal_id, seq
        limit ${PAGE} offset ${offset}`.execute(db);
      const money = rows.flatMap(({ text }) => {
        const operation = storedOperation(text);
        return operation === null ? [] : shiftMoneyRowsOf(operation);
      });
      await insertShiftMoney(createRun(db), money);
      if (rows.length < PAGE) return;
    }
  },
};

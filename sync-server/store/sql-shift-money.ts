import { sql } from 'kysely';
import type { ShiftMoneyRow } from './shift-money.ts';
import { column, inserted, type Run } from './sql-run.ts';

/** How many of these lines are new. */
export const insertShiftMoney = async (run: Run, rows: readonly ShiftMoneyRow[]): Promise<number> =>
  inserted(
    await run(sql`
      insert into shift_money (journal_id, seq, shift_id, at, type, drawer, moved)
      select * from unnest(
        ${column(rows, 'journalId')}::text[], ${column(rows, 'seq')}::int8[],
        ${column(rows, 'shiftId')}::text[], ${column(rows, 'at')}::text[],
        ${column(rows, 'type')}::text[], ${column(rows, 'drawer')}::int8[],
        ${column(rows, 'moved')}::int8[]
      )
      on conflict do nothing`),
  );

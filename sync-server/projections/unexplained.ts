import { sql } from 'kysely';
import { add, type Minor, subtract, ZERO } from '#shared/kernel/money.ts';
import type { Tables } from '../tables.ts';
import { holdingsOf } from './shift-holdings.ts';
import { closingOf, missingOf, type StoredShift } from './shifts.ts';

type Sum = { readonly shiftId: string; readonly journalId: string; readonly drawer: Minor };

const keyOf = ({ shiftId, journalId }: Pick<Sum, 'shiftId' | 'journalId'>): string =>
  `${shiftId} ${journalId}`;

/** What the operations of shifts up to their closing moved in the drawer, less the float, by shift and journal. */
const drawersOf = async (
  db: Tables,
  shiftIds: readonly string[],
): Promise<ReadonlyMap<string, Minor>> => {
  const { rows } = await sql<Sum>`
    select
      shifts.id as "shiftId", money.journal_id as "journalId", sum(money.drawer)::int8 as drawer
    from shifts join shift_money money on money.shift_id = shifts.id
    where shifts.id = any(${[...shiftIds]}::text[])
      and not (money.journal_id = shifts.closing_journal_id and money.seq > shifts.closing_seq)
    group by shifts.id, money.journal_id`.execute(db);
  return new Map(rows.map((row) => [keyOf(row), row.drawer]));
};

/**
 * By shift the cash that its Z report expects less what its operations here come to (rule R2); of those alone that are closed
 * and that nothing is missing of.
 */
export const unexplainedOf = async (
  db: Tables,
  shifts: readonly StoredShift[],
): Promise<ReadonlyMap<string, Minor>> => {
  const ids = shifts.map(({ shiftId }) => shiftId);
  const holdings = await holdingsOf(db, ids);
  const drawers = await drawersOf(db, ids);
  return new Map(
    shifts.flatMap((shift) => {
      const closing = closingOf(shift);
      const { shiftId } = shift;
      if (closing === null) return [];
      const { report, expected, operations } = closing.report;
      if (missingOf(closing.report, holdings.get(shiftId) ?? new Map()) > 0) return [];
      const moved = [...new Set(operations.map(({ journalId }) => journalId))].map(
        (journalId) => drawers.get(keyOf({ shiftId, journalId })) ?? ZERO,
      );
      return [[shiftId, subtract(expected, add(report.drawer.float, ...moved))]];
    }),
  );
};

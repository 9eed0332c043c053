import { type RawBuilder, sql } from 'kysely';
import type { ShiftClosing } from '#shared/domain/shift/schema.ts';
import { shiftAgeOf } from '#shared/domain/shift/shift-age.ts';
import { subtract } from '#shared/kernel/money.ts';
import type { Currency } from '#shared/kernel/money.ts';
import type { ShiftsReply, ShiftSummary } from '#shared/protocol/shifts.ts';
import { storedOperation } from '../store/stored-operation.ts';
import type { Tables } from '../tables.ts';
import { staffOf } from './references.ts';
import { type Holdings, holdingsOf } from './shift-holdings.ts';

/** A shift as the store keeps it, with the text of its closing. */
export type StoredShift = {
  readonly shiftId: string;
  readonly tillId: string;
  readonly storeId: string;
  readonly number: number;
  readonly currency: Currency;
  readonly openedAt: string;
  readonly openedBy: string;
  readonly closedAt: string | null;
  readonly closing: string | null;
};

export type ShiftFilter = {
  readonly storeIds: readonly string[];
  readonly onlyDifferent: boolean;
  readonly cursor: string | null;
  readonly limit: number;
  /** ISO 8601 UTC. */
  readonly now: string;
};

const SEPARATOR = ' ';

export type Closing = { readonly report: ShiftClosing; readonly by: string };

export const closingOf = ({ closing }: StoredShift): Closing | null => {
  const operation = closing === null ? null : storedOperation(closing);
  return operation?.type === 'shift.closed'
    ? { report: operation.payload, by: operation.staffId }
    : null;
};

/** Shifts that `where` is true of, the latest opened first. */
export const readShifts = async (
  db: Tables,
  where: RawBuilder<unknown>,
  limit: number,
): Promise<StoredShift[]> => {
  const { rows } = await sql<StoredShift>`
    select
      shifts.id as "shiftId", shifts.till_id as "tillId", shifts.store_id as "storeId",
      shifts.number, shifts.currency, shifts.opened_at as "openedAt",
      shifts.opened_by as "openedBy", shifts.closed_at as "closedAt", operations.text as closing
    from shifts
    left join operations
      on operations.journal_id = shifts.closing_journal_id
      and operations.seq = shifts.closing_seq
    where ${where}
    order by shifts.opened_at desc, shifts.id desc
    limit ${limit}`.execute(db);
  return rows;
};

/** How many operations that a Z report was made from are not in effect here. */
export const missingOf = ({ operations }: ShiftClosing, held: Holdings): number =>
  operations.reduce(
    (sum, { journalId, count }) => sum + Math.max(0, count - (held.get(journalId)?.held ?? 0)),
    0,
  );

const closedOf = (
  { closedAt }: StoredShift,
  { report, by }: Closing,
  nameOf: (staffId: string) => string,
): ShiftSummary['closed'] => {
  const { counted, expected, difference } = report;
  const netSales = subtract(report.report.sales.total, report.report.returns.total);
  return {
    at: closedAt ?? report.openedAt,
    byName: nameOf(by),
    counted,
    expected,
    difference,
    netSales,
  };
};

export const summaryOf = (
  shift: StoredShift,
  held: Holdings,
  nameOf: (staffId: string) => string,
  now: string,
): ShiftSummary => {
  const { closedAt: _, closing: __, openedBy, ...of } = shift;
  const closing = closingOf(shift);
  const missing = closing === null ? 0 : missingOf(closing.report, held);
  const unprocessed = [...held.values()].reduce((sum, one) => sum + one.unprocessed, 0);
  const open = shiftAgeOf(shift.openedAt, now) === 'overdue' ? 'overdue' : 'open';
  const made = missing > 0 ? 'incomplete' : 'complete';
  return {
    ...of,
    openedByName: nameOf(openedBy),
    state: closing === null ? open : made,
    missing,
    unprocessed,
    closed: closing === null ? null : closedOf(shift, closing, nameOf),
  };
};

/** Names of people by id; of somebody who is not known, the id. */
export const namesOf = async (db: Tables): Promise<(staffId: string) => string> => {
  const names = new Map((await staffOf(db)).map(({ id, name }) => [id, name]));
  return (staffId) => names.get(staffId) ?? staffId;
};

/** A page of shifts with their Z reports, and how complete those are (rule R3). */
export const listShifts = async (
  db: Tables,
  { storeIds, onlyDifferent, cursor, limit, now }: ShiftFilter,
): Promise<ShiftsReply> => {
  const [openedAt, id] = cursor?.split(SEPARATOR) ?? [];
  const after =
    openedAt === undefined
      ? sql`true`
      : sql`(shifts.opened_at, shifts.id) < (${openedAt}::text, ${id ?? ''}::text)`;
  const different = onlyDifferent ? sql`shifts.difference <> 0` : sql`true`;
  const where = sql`
    shifts.store_id = any(${[...storeIds]}::text[]) and ${different} and ${after}`;
  const rows = await readShifts(db, where, limit + 1);
  const page = rows.slice(0, limit);
  const held = await holdingsOf(
    db,
    page.map(({ shiftId }) => shiftId),
  );
  const nameOf = await namesOf(db);
  const last = rows.length > limit ? page.at(-1) : undefined;
  return {
    shifts: page.map((row) => summaryOf(row, held.get(row.shiftId) ?? new Map(), nameOf, now)),
    next: last ? [last.openedAt, last.shiftId].join(SEPARATOR) : null,
  };
};

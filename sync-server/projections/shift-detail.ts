import { sql } from 'kysely';
import type { ShiftClosing } from '#shared/domain/shift/schema.ts';
import type { Minor } from '#shared/kernel/money.ts';
import type { ShiftAdjustment, ShiftDetail } from '#shared/protocol/shifts.ts';
import type { Tables } from '../tables.ts';
import { readDocuments } from './read-documents.ts';
import { categoriesOf, staffOf } from './references.ts';
import { holdingsOf } from './shift-holdings.ts';
import { unexplainedOf } from './unexplained.ts';
import { closingOf, namesOf, readShifts, type StoredShift, summaryOf } from './shifts.ts';

type Late = { readonly at: string; readonly operationType: string; readonly amount: Minor };

/** What the operations of a shift moved that its closing does not count. */
const lateOf = async (
  db: Tables,
  { shiftId }: StoredShift,
  { operations }: ShiftClosing,
): Promise<ShiftAdjustment[]> => {
  const journalIds = operations.map(({ journalId }) => journalId);
  const { rows } = await sql<Late>`
    select money.at, money.type as "operationType", money.moved as amount
    from shifts join shift_money money on money.shift_id = shifts.id
    where shifts.id = ${shiftId}
      and (
        (money.journal_id = shifts.closing_journal_id and money.seq > shifts.closing_seq)
        or not (money.journal_id = any(${journalIds}::text[]))
      )
      and (money.moved <> 0 or money.type like '%.resolved')
    order by money.journal_id, money.seq`.execute(db);
  return rows.map((row) => ({ type: 'operation' as const, ...row }));
};

/** Refunds that were still to be given when the shift was closed, and are by now. */
const settledRefunds = async (db: Tables, { report }: ShiftClosing): Promise<ShiftAdjustment[]> => {
  const orderIds = report.pendingRefunds.flatMap(({ orderId }) => orderId ?? []);
  const orders = await readDocuments(db, 'orders', [...new Set(orderIds)]);
  return report.pendingRefunds.flatMap(({ refundId, orderId, tender, amount }) => {
    const order = orderId === null ? undefined : orders.get(orderId);
    const refund = order?.refunds.find(({ id }) => id === refundId);
    return order && refund?.state === 'refunded'
      ? { type: 'refund_settled' as const, at: refund.at, orderId: order.id, tender, amount }
      : [];
  });
};

const adjustmentsOf = async (
  db: Tables,
  stored: StoredShift,
  closing: ShiftClosing,
): Promise<ShiftAdjustment[]> =>
  [...(await settledRefunds(db, closing)), ...(await lateOf(db, stored, closing))].toSorted(
    (left, right) => (left.at < right.at ? -1 : 1),
  );

/** A shift with its Z report and what was settled since; null where it is not one of these stores'. */
export const readShift = async (
  db: Tables,
  storeIds: readonly string[],
  shiftId: string,
  now: string,
): Promise<ShiftDetail | null> => {
  const where = sql`shifts.id = ${shiftId} and shifts.store_id = any(${[...storeIds]}::text[])`;
  const [stored] = await readShifts(db, where, 1);
  if (!stored) return null;
  const holdings = await holdingsOf(db, [shiftId]);
  const nameOf = await namesOf(db);
  const shift = summaryOf(stored, holdings.get(shiftId) ?? new Map(), nameOf, now);
  const closing = closingOf(stored);
  const [staff, categories] = await Promise.all([staffOf(db), categoriesOf(db)]);
  return {
    shift,
    closing: closing?.report ?? null,
    closedBy: closing?.by ?? null,
    adjustments: closing === null ? [] : await adjustmentsOf(db, stored, closing.report),
    unexplained: (await unexplainedOf(db, [stored])).get(shiftId) ?? null,
    staffNames: Object.fromEntries(staff.map(({ id, name }) => [id, name])),
    categoryNames: Object.fromEntries(categories.map(({ id, name }) => [id, name])),
  };
};

import { sql } from 'kysely';
import { reportOf } from '#shared/domain/shift/report.ts';
import type { ShiftClosing } from '#shared/domain/shift/schema.ts';
import { add, type Minor, negate, subtract, ZERO } from '#shared/kernel/money.ts';
import { happenedAt } from '#shared/operations/happened-at.ts';
import type { Operation } from '#shared/operations/operation.ts';
import { shiftEntryOf } from '#shared/operations/shift-entry.ts';
import type { ShiftAdjustment, ShiftDetail } from '#shared/protocol/shifts.ts';
import type { Tables } from '../tables.ts';
import { readDocuments } from './read-documents.ts';
import { categoriesOf, staffOf } from './references.ts';
import { holdingsOf } from './shift-holdings.ts';
import {
  closingOf,
  namesOf,
  operationIn,
  readShifts,
  type StoredShift,
  summaryOf,
} from './shifts.ts';

/** What is in effect here of a shift, divided by its closing. */
type Held = { readonly before: readonly Operation[]; readonly after: readonly Operation[] };

const heldOf = async (
  db: Tables,
  { shiftId }: StoredShift,
  { operations }: ShiftClosing,
): Promise<Held> => {
  const journalIds = operations.map(({ journalId }) => journalId);
  const { rows } = await sql<{ text: string; isAfter: boolean }>`
    select
      operations.text,
      (operations.journal_id = shifts.closing_journal_id
        and operations.seq > shifts.closing_seq)
      or not (operations.journal_id = any(${journalIds}::text[])) as "isAfter"
    from shifts
    join operations on shift_of(operations.text) = shifts.id
    where shifts.id = ${shiftId}
      and shift_of(operations.text) is not null
      and operations.status = 'applied'
      and not (
        operations.journal_id = shifts.closing_journal_id
        and operations.seq = shifts.closing_seq
      )
    order by operations.journal_id, operations.seq`.execute(db);
  const read = (isAfter: boolean): Operation[] =>
    rows.filter((row) => row.isAfter === isAfter).flatMap(({ text }) => operationIn(text) ?? []);
  return { before: read(false), after: read(true) };
};

/** What an operation moved: in is positive, out negative. */
const movedBy = (operation: Operation): Minor => {
  const { payments, refunds } = shiftEntryOf(operation);
  return add(
    ZERO,
    ...payments.map(({ amount }) => amount),
    ...refunds.map(({ amount }) => negate(amount)),
  );
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

const lateOperations = ({ after }: Held): ShiftAdjustment[] =>
  after
    .map((operation) => ({
      type: 'operation' as const,
      at: happenedAt(operation),
      operationType: operation.type,
      amount: movedBy(operation),
    }))
    .filter(({ amount, operationType }) => amount !== 0 || operationType.endsWith('.resolved'));

/** Expected cash of the report less what the operations here come to. */
const unexplainedIn = ({ report, expected }: ShiftClosing, { before }: Held): Minor => {
  const again = reportOf(report.drawer.float, before.map(shiftEntryOf), () => null);
  return subtract(expected, again.drawer.expected);
};

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
  const held = closing === null ? null : await heldOf(db, stored, closing.report);
  const isWhole = closing !== null && held !== null && shift.missing === 0;
  const [staff, categories] = await Promise.all([staffOf(db), categoriesOf(db)]);
  return {
    shift,
    closing: closing?.report ?? null,
    closedBy: closing?.by ?? null,
    adjustments:
      closing === null || held === null
        ? []
        : [...(await settledRefunds(db, closing.report)), ...lateOperations(held)].toSorted(
            (left, right) => (left.at < right.at ? -1 : 1),
          ),
    unexplained: isWhole ? unexplainedIn(closing.report, held) : null,
    staffNames: Object.fromEntries(staff.map(({ id, name }) => [id, name])),
    categoryNames: Object.fromEntries(categories.map(({ id, name }) => [id, name])),
  };
};

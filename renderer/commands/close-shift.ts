import { type ClosingProblem, decideClosing } from '#shared/domain/shift/decide.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import type { Operation } from '#shared/operations/operation.ts';
import type { Actor, Decided, JournalProblem } from '../store/journal.ts';
import { readCounting } from '../store/drawer-counting.ts';
import { readShiftBook } from '../store/shift-book.ts';
import type { TillStore } from '../store/till-store.ts';
import { shiftOf } from './in-shift.ts';
import { openPayment } from './open-payment.ts';
import { openRefund } from './open-refund.ts';
import type { TillProblem } from './problems.ts';

type Problem =
  | ClosingProblem
  | TillProblem
  /** Money was asked for or taken, and nothing carries it yet. */
  | { readonly type: 'payment_open' }
  /** A machine was asked to give money back, and nothing says yet whether it did. */
  | { readonly type: 'refund_open' };

/**
 * The Z report: with or without a network, whatever waits to be sent (rule R5). A payment or a refund that is open ends before: its
 * money is this shift's, and belongs to no other (rules R2, R3).
 */
export const closeShift = (
  till: TillStore,
  actor: Actor,
  { note }: { readonly note: string },
): Promise<Result<Operation, Problem | JournalProblem>> =>
  till.journal.write(actor, async (): Promise<Decided<Problem>> => {
    const shift = shiftOf(till, actor);
    if (!shift.ok) return shift;
    if ((await openPayment(till)) !== null) return fail({ type: 'payment_open' });
    if ((await openRefund(till)) !== null) return fail({ type: 'refund_open' });
    const { shiftId, number, currency, openedAt, openedBy } = shift.value;
    const { counts } = await readCounting(till.ledger, shiftId);
    const book = await readShiftBook(till, shift.value);
    const closing = decideClosing({
      ...book,
      shiftId,
      number,
      currency,
      openedAt,
      openedBy,
      counts,
      note,
    });
    return closing.ok ? ok({ type: 'shift.closed', payload: closing.value }) : closing;
  });

import { fiscalClock, shiftEnd } from '#shared/domain/fiscal/clock.ts';
import { DEFAULT_FISCAL } from '#shared/domain/fiscal/schema.ts';
import { fail, type Result } from '#shared/kernel/result.ts';
import type { Actor } from '../store/journal.ts';
import type { OpenShift } from '../store/shifts.ts';
import type { TillStore } from '../store/till-store.ts';
import { openedAt, trustedNow } from '../store/trusted-time.ts';
import type { TillProblem } from './problems.ts';

type ShiftClosed = Extract<TillProblem, { readonly type: 'shift_closed' }>;

type FiscalRefusal = Extract<
  TillProblem,
  { readonly type: 'fiscal_time_over' | 'fiscal_shift_over' }
>;

/** What of a till says whether money may move at it. */
type Till = Pick<TillStore, 'view' | 'time'>;

/** Why the law lets nothing more be sold at this till, where a driver registers for it; null = it does. */
export const fiscalRefusal = async (till: Till): Promise<Result<never, FiscalRefusal> | null> => {
  const book = till.view.fiscal();
  if (book.driver === 'none') return null;
  const settings = till.view.references().settings?.fiscal ?? DEFAULT_FISCAL;
  const now = await trustedNow(till);
  if (fiscalClock(book, settings, now)?.level === 'over') return fail({ type: 'fiscal_time_over' });
  const shift = till.view.shift();
  return shift !== null && now >= shiftEnd(openedAt(till, shift), settings)
    ? fail({ type: 'fiscal_shift_over' })
    : null;
};

/**
 * Why somebody may not move money now: their shift was closed, or the law has stopped the till. What was taken already is never
 * refused, and the shift can always be closed (rule R5).
 */
export const shiftRefusal = async (
  till: Till,
  { shiftId }: Actor,
): Promise<Result<never, FiscalRefusal | ShiftClosed> | null> =>
  shiftId !== null && till.view.isShiftClosed(shiftId)
    ? fail({ type: 'shift_closed' as const })
    : fiscalRefusal(till);

/** The shift that somebody acts in, when it is the till's. */
export const shiftOf = (
  { view }: Pick<TillStore, 'view'>,
  { shiftId }: Actor,
): Result<OpenShift, ShiftClosed> => {
  const shift = view.shift();
  return shift !== null && shift.shiftId === shiftId
    ? { ok: true, value: shift }
    : fail({ type: 'shift_closed' });
};

import { fail, type Result } from '#shared/kernel/result.ts';
import type { Actor } from '../store/journal.ts';
import type { OpenShift } from '../store/shifts.ts';
import type { TillStore } from '../store/till-store.ts';
import type { TillProblem } from './problems.ts';

type ShiftClosed = Extract<TillProblem, { readonly type: 'shift_closed' }>;

/** Why somebody may not move money now: their shift was closed. What was taken already is never refused. */
export const shiftRefusal = ({ view }: Pick<TillStore, 'view'>, { shiftId }: Actor) =>
  shiftId !== null && view.isShiftClosed(shiftId) ? fail({ type: 'shift_closed' as const }) : null;

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

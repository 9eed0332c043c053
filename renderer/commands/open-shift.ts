import type { Minor } from '#shared/kernel/money.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import type { Operation } from '#shared/operations/operation.ts';
import type { Actor, Decided, JournalProblem } from '../store/journal.ts';
import type { TillStore } from '../store/till-store.ts';
import type { TillProblem } from './problems.ts';

/** `float`: the change fund that lies in the drawer, minor units. A shift that is open already stays the only one. */
export const openShift = (
  { journal, view }: TillStore,
  { staffId }: Actor,
  { float }: { readonly float: Minor },
): Promise<Result<Operation, TillProblem | JournalProblem>> => {
  const shiftId = crypto.randomUUID();
  const actor = { staffId, shiftId, approvedBy: null };
  return journal.write(actor, async (): Promise<Decided<TillProblem>> => {
    const { settings } = view.references();
    if (!settings) return fail({ type: 'settings_missing' });
    if (view.shift() !== null) return fail({ type: 'already_done' });
    const number = view.lastShiftNumber() + 1;
    const driver = settings.fiscal?.driver ?? 'none';
    const by = driver === 'none' ? {} : { fiscal: driver };
    return ok({
      type: 'shift.opened',
      payload: { shiftId, number, currency: settings.currency, float, ...by },
    });
  });
};

import { ZERO } from '#shared/kernel/money.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import type { JournalProblem } from '../store/journal.ts';
import type { TillStore } from '../store/till-store.ts';
import type { TillProblem } from './problems.ts';

export type OpenShift = { readonly shiftId: string; readonly number: number };

const KEY = 'shift';

export const currentShift = ({ ledger }: TillStore): Promise<OpenShift | null> =>
  ledger.readLocal<OpenShift>(KEY);

/** The till's shift, opened with an empty drawer when there is none yet. */
export const ensureShift = async (
  till: TillStore,
  staffId: string,
): Promise<Result<OpenShift, TillProblem | JournalProblem>> => {
  const open = await currentShift(till);
  if (open) return ok(open);
  const { settings } = till.view.references();
  if (!settings) return fail({ type: 'settings_missing' });
  const shift: OpenShift = { shiftId: crypto.randomUUID(), number: 1 };
  const actor = { staffId, shiftId: shift.shiftId, approvedBy: null };
  const written = await till.journal.write(actor, async () =>
    ok({ type: 'shift.opened', payload: { ...shift, currency: settings.currency, float: ZERO } }),
  );
  if (!written.ok) return written;
  await till.ledger.writeLocal(KEY, shift);
  return ok(shift);
};

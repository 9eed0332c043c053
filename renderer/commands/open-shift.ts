import { ZERO } from '#shared/kernel/money.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import type { Ledger } from '../store/ledger.ts';
import type { Decided, JournalProblem } from '../store/journal.ts';
import { newestOperations } from '../store/newest-operations.ts';
import type { TillStore } from '../store/till-store.ts';
import type { TillProblem } from './problems.ts';

export type OpenShift = { readonly shiftId: string; readonly number: number };

/** A note of what the journal says, so that it need not be read at each sign-in. */
const KEY = 'shift';

export const currentShift = ({ ledger }: TillStore): Promise<OpenShift | null> =>
  ledger.readLocal<OpenShift>(KEY);

type LastShift = { readonly shift: OpenShift; readonly isOpen: boolean };

/** The newest shift of the journal: it alone says which there were. */
const lastShift = async (ledger: Ledger): Promise<LastShift | null> => {
  const closed = new Set<string>();
  for await (const { type, payload } of newestOperations(ledger, [
    'shift.opened',
    'shift.closed',
  ])) {
    if (type === 'shift.closed') {
      closed.add(payload.shiftId);
      continue;
    }
    const { shiftId, number } = payload;
    return { shift: { shiftId, number }, isOpen: !closed.has(shiftId) };
  }
  return null;
};

/** The till's shift, opened with an empty drawer when there is none yet. */
export const ensureShift = async (
  till: TillStore,
  staffId: string,
): Promise<Result<OpenShift, TillProblem | JournalProblem>> => {
  const { ledger, journal, view } = till;
  const noted = await currentShift(till);
  if (noted) return ok(noted);
  let shift: OpenShift = { shiftId: crypto.randomUUID(), number: 1 };
  const actor = { staffId, shiftId: shift.shiftId, approvedBy: null };
  const written = await journal.write(actor, async (): Promise<Decided<TillProblem>> => {
    const { settings } = view.references();
    if (!settings) return fail({ type: 'settings_missing' });
    const last = await lastShift(ledger);
    // Somebody opened it in the meantime, or a crash came before it was noted.
    if (last?.isOpen) {
      shift = last.shift;
      return fail({ type: 'already_done' });
    }
    shift = { ...shift, number: (last?.shift.number ?? 0) + 1 };
    const { currency } = settings;
    return ok({ type: 'shift.opened', payload: { ...shift, currency, float: ZERO } });
  });
  if (!written.ok && written.problem.type !== 'already_done') return fail(written.problem);
  await ledger.writeLocal(KEY, shift);
  return ok(shift);
};

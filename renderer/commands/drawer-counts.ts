import { countedIn } from '#shared/domain/shift/decide.ts';
import type { CashCount, CashPieces } from '#shared/domain/shift/schema.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import type { Actor, JournalProblem } from '../store/journal.ts';
import { readCounting, writeCounting } from '../store/drawer-counting.ts';
import { readShiftBook } from '../store/shift-book.ts';
import type { TillStore } from '../store/till-store.ts';
import { trustedNow } from '../store/trusted-time.ts';
import { may } from './may.ts';
import { shiftOf } from './in-shift.ts';
import type { TillProblem } from './problems.ts';

/**
 * The drawer was counted. The count is on disk before anybody sees what was expected, so that leaving the screen
 * gives no second blind count.
 */
export const countDrawer = async (
  till: TillStore,
  actor: Actor,
  { pieces }: { readonly pieces: readonly CashPieces[] },
): Promise<Result<CashCount, TillProblem>> => {
  const shift = shiftOf(till, actor);
  if (!shift.ok) return shift;
  const { shiftId } = shift.value;
  const counting = await readCounting(till.ledger, shiftId);
  const { report } = await readShiftBook(till, shift.value);
  const count: CashCount = {
    at: await trustedNow(till),
    staffId: actor.staffId,
    isBlind: !counting.shownTo.includes(actor.staffId),
    pieces: pieces.filter(({ pieces: number }) => number > 0),
    counted: countedIn(pieces),
    expected: report.drawer.expected,
  };
  await writeCounting(till.ledger, {
    shiftId,
    counts: [...counting.counts, count],
    shownTo: [...new Set([...counting.shownTo, actor.staffId])],
  });
  return ok(count);
};

/** A manager lets what the drawer should hold be shown; whoever saw it counts blindly no more (rule R4). */
export const showDrawer = async (
  till: TillStore,
  actor: Actor,
  _: Record<string, never>,
): Promise<Result<null, TillProblem | JournalProblem>> => {
  const shift = shiftOf(till, actor);
  if (!shift.ok) return shift;
  if (!(await may(till, actor, 'drawer'))) return fail({ type: 'manager_needed' });
  const { shiftId } = shift.value;
  const counting = await readCounting(till.ledger, shiftId);
  const { staffId, approvedBy } = actor;
  const shownTo = [...counting.shownTo, staffId, ...(approvedBy === null ? [] : [approvedBy])];
  await writeCounting(till.ledger, { ...counting, shownTo: [...new Set(shownTo)] });
  return ok(null);
};

import {
  type CashMove,
  type CashMoveProblem,
  decideCashMove,
  decideDrawerOpening,
  type DrawerOpening,
} from '#shared/domain/shift/cash-move.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import type { Operation } from '#shared/operations/operation.ts';
import type { Actor, Decided, JournalProblem } from '../store/journal.ts';
import type { TillStore } from '../store/till-store.ts';
import { may } from './may.ts';
import { fiscalRefusal, shiftOf } from './in-shift.ts';
import type { TillProblem } from './problems.ts';

type Problem = CashMoveProblem | TillProblem;

type Moved = Promise<Result<Operation, Problem | JournalProblem>>;

/** Cash comes into the drawer or leaves it; what leaves it for good needs a manager. */
export const moveCash = (till: TillStore, actor: Actor, input: Omit<CashMove, 'currency'>): Moved =>
  till.journal.write(actor, async (): Promise<Decided<Problem>> => {
    const shift = shiftOf(till, actor);
    if (!shift.ok) return shift;
    const over = await fiscalRefusal(till);
    if (over) return over;
    const move = decideCashMove({ ...input, currency: shift.value.currency });
    if (!move.ok) return move;
    if (move.value.kind === 'out' && !(await may(till, actor, 'cash_out')))
      return fail({ type: 'manager_needed' });
    return ok({ type: 'cash.moved', payload: move.value });
  });

/** The drawer opens and nothing is sold: who and why stay on record. */
export const openDrawer = (till: TillStore, actor: Actor, input: DrawerOpening): Moved =>
  till.journal.write(actor, async (): Promise<Decided<Problem>> => {
    const shift = shiftOf(till, actor);
    if (!shift.ok) return shift;
    const opening = decideDrawerOpening(input);
    if (!opening.ok) return opening;
    if (!(await may(till, actor, 'no_sale'))) return fail({ type: 'manager_needed' });
    return ok({ type: 'drawer.opened', payload: opening.value });
  });

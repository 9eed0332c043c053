import { decideArrangement, type QuickKeysProblem } from '#shared/domain/quick-keys/arrange.ts';
import type { QuickKeys, QuickKeysPage } from '#shared/domain/quick-keys/schema.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import type { Operation } from '#shared/operations/operation.ts';
import type { Actor, Decided, JournalProblem } from '../store/journal.ts';
import type { TillStore } from '../store/till-store.ts';
import { may } from './may.ts';
import type { TillProblem } from './problems.ts';

type Problem = QuickKeysProblem | TillProblem;

type ToArrange = {
  readonly pages: readonly QuickKeysPage[];
  /** What lay before whoever arranged them; what came down meanwhile they did not see. */
  readonly seen: QuickKeys | null;
};

/** A manager arranges the quick keys of all the store's tills, with or without the network. */
export const arrangeQuickKeys = (
  till: TillStore,
  actor: Actor,
  { pages, seen }: ToArrange,
): Promise<Result<Operation, Problem | JournalProblem>> =>
  till.journal.write(actor, async (): Promise<Decided<Problem>> => {
    const arranged = decideArrangement(pages, seen);
    if (!arranged.ok) return arranged;
    if (!(await may(till, actor, 'approve'))) return fail({ type: 'manager_needed' });
    return ok({ type: 'tiles.arranged', payload: arranged.value });
  });

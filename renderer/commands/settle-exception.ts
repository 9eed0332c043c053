import { CONSEQUENCES, type Resolution } from '#shared/domain/exception/consequences.ts';
import type { Exception } from '#shared/domain/exception/schema.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import type { Operation } from '#shared/operations/operation.ts';
import type { Actor, JournalProblem } from '../store/journal.ts';
import type { TillStore } from '../store/till-store.ts';
import { may } from './may.ts';
import type { TillProblem } from './problems.ts';

export type SettleInput = {
  readonly exception: Pick<Exception, 'id' | 'kind'>;
  readonly action: Resolution;
  readonly note: string;
};

/** Somebody decided what an exception comes to; the server takes the first who did (rule S6). */
export const settleException = (
  till: TillStore,
  actor: Actor,
  { exception, action, note }: SettleInput,
): Promise<Result<Operation, TillProblem | JournalProblem>> =>
  till.journal.write<TillProblem>(actor, async () => {
    if (!(await may(till, actor, 'decisions'))) return fail({ type: 'manager_needed' });
    if (!CONSEQUENCES[exception.kind].resolutions.includes(action))
      return fail({ type: 'already_done' });
    return ok({
      type: 'exception.resolved',
      payload: { exceptionId: exception.id, action, note },
    });
  });

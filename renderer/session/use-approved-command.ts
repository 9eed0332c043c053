import { useCallback } from 'react';
import type { Result } from '#shared/kernel/result.ts';
import type { Actor } from '../store/journal.ts';
import type { TillStore } from '../store/till-store.ts';
import { useTill } from './till-context.ts';
import { type CommandProblem, useCommand } from './use-command.ts';

type Approved<Input> = { readonly input: Input; readonly approvedBy: string | null };

/**
 * A command that policy may leave to a manager: then one is asked for, in place, and it is done with the approval on
 * record. Without one it stays undone.
 */
export const useApprovedCommand = <Input, Value, Problem extends { readonly type: string }>(
  command: (till: TillStore, actor: Actor, input: Input) => Promise<Result<Value, Problem>>,
): {
  readonly run: (input: Input) => Promise<Result<Value, Problem | CommandProblem>>;
  readonly isBusy: boolean;
} => {
  const { approver } = useTill();
  const approved = useCallback(
    (till: TillStore, actor: Actor, { input, approvedBy }: Approved<Input>) =>
      command(till, { ...actor, approvedBy }, input),
    [command],
  );
  const { run, isBusy } = useCommand(approved);
  return {
    run: async (input) => {
      const done = await run({ input, approvedBy: null });
      if (done.ok || done.problem.type !== 'manager_needed') return done;
      const approvedBy = await approver.ask();
      return approvedBy === null ? done : run({ input, approvedBy });
    },
    isBusy,
  };
};

import { useState } from 'react';
import { settleException, type SettleInput } from '../commands/settle-exception.ts';
import { useApprovedCommand } from './use-approved-command.ts';
import type { ShownProblem } from './use-problem-text.ts';

export type Settling = {
  /** Resolves to whether it was decided. */
  readonly settle: (input: SettleInput) => Promise<boolean>;
  readonly isBusy: boolean;
  readonly problem: ShownProblem | null;
};

/** A manager decides what an exception comes to. */
export const useSettling = (): Settling => {
  const { run, isBusy } = useApprovedCommand(settleException);
  const [problem, setProblem] = useState<ShownProblem | null>(null);
  return {
    settle: async (input) => {
      const done = await run(input);
      setProblem(done.ok ? null : done.problem);
      return done.ok;
    },
    isBusy,
    problem,
  };
};

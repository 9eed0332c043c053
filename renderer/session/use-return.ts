import type { BlindProblem } from '#shared/domain/return/problems.ts';
import type { Result } from '#shared/kernel/result.ts';
import type { Operation } from '#shared/operations/operation.ts';
import { type BlindReturnInput, completeBlindReturn } from '../commands/complete-blind-return.ts';
import {
  type ActProblem,
  completeReturnAct,
  type ReturnDone,
} from '../commands/complete-return-act.ts';
import { useTill } from './till-context.ts';
import { useApprovedCommand } from './use-approved-command.ts';
import type { CommandProblem } from './use-command.ts';

export type ReturnCommandProblem = ActProblem | BlindProblem | CommandProblem;

type Done = Promise<Result<Operation, ReturnCommandProblem>>;

export type ReturnCommands = {
  /** A return or an exchange; `dueByMachine`: the difference is asked of a machine. */
  readonly complete: (done: ReturnDone) => Done;
  readonly completeBlind: (input: BlindReturnInput) => Done;
  readonly isBusy: boolean;
};

/** Goods come back: by whoever is signed in, with a manager where the policy says so. */
export const useReturn = (): ReturnCommands => {
  const { driver } = useTill();
  const act = useApprovedCommand(completeReturnAct);
  const blind = useApprovedCommand(completeBlindReturn);
  return {
    complete: (done) => act.run({ ...done, driver }),
    completeBlind: blind.run,
    isBusy: act.isBusy || blind.isBusy,
  };
};

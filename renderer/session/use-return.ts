import { useCallback } from 'react';
import type { Paying } from '#shared/domain/payment/split.ts';
import type { Result } from '#shared/kernel/result.ts';
import type { Operation } from '#shared/operations/operation.ts';
import { type BlindReturnInput, completeBlindReturn } from '../commands/complete-blind-return.ts';
import type { ExchangeProblem } from '../commands/complete-exchange.ts';
import { exchangeByMachine } from '../commands/exchange-by-machine.ts';
import type { MachineProblem } from '../commands/conclude-payment.ts';
import type { RefundProblem } from '../commands/machine-refund.ts';
import { refundByMachine, type ReturnAct } from '../commands/refund-by-machine.ts';
import type { BlindProblem } from '#shared/domain/return/problems.ts';
import type { Actor, JournalProblem } from '../store/journal.ts';
import type { TillStore } from '../store/till-store.ts';
import { useTill } from './till-context.ts';
import { useApprovedCommand } from './use-approved-command.ts';
import type { CommandProblem } from './use-command.ts';

export type ReturnDone = { readonly act: ReturnAct; readonly dueByMachine: Paying['byMachine'] };

export type ReturnCommandProblem =
  | ExchangeProblem
  | RefundProblem
  | MachineProblem
  | BlindProblem
  | JournalProblem
  | CommandProblem;

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
  const perform = useCallback(
    async (till: TillStore, actor: Actor, { act, dueByMachine }: ReturnDone): Done => {
      if (act.type === 'exchange' && dueByMachine !== null) {
        const { tender, amount: due } = dueByMachine;
        return exchangeByMachine(till, actor, { driver, tender, input: act.input, due });
      }
      return refundByMachine(till, actor, { driver, act });
    },
    [driver],
  );
  const act = useApprovedCommand(perform);
  const blind = useApprovedCommand(completeBlindReturn);
  return {
    complete: act.run,
    completeBlind: blind.run,
    isBusy: act.isBusy || blind.isBusy,
  };
};

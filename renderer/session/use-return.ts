import { useCallback } from 'react';
import type { Minor } from '#shared/kernel/money.ts';
import type { Result } from '#shared/kernel/result.ts';
import type { Operation } from '#shared/operations/operation.ts';
import { type BlindReturnInput, completeBlindReturn } from '../commands/complete-blind-return.ts';
import type { ExchangeProblem } from '../commands/complete-exchange.ts';
import { exchangeByCard } from '../commands/exchange-by-card.ts';
import type { CardProblem } from '../commands/pay-by-card.ts';
import type { RefundProblem } from '../commands/card-refund.ts';
import { completeAct, refundByCard, type ReturnAct } from '../commands/refund-by-card.ts';
import type { BlindProblem } from '#shared/domain/return/problems.ts';
import type { Actor, JournalProblem } from '../store/journal.ts';
import type { TillStore } from '../store/till-store.ts';
import { useTill } from './till-context.ts';
import { useApprovedCommand } from './use-approved-command.ts';
import type { CommandProblem } from './use-command.ts';

export type ReturnDone = { readonly act: ReturnAct; readonly dueByCard: Minor | null };

export type ReturnCommandProblem =
  | ExchangeProblem
  | RefundProblem
  | CardProblem
  | BlindProblem
  | JournalProblem
  | CommandProblem;

type Done = Promise<Result<Operation, ReturnCommandProblem>>;

export type ReturnCommands = {
  /** A return or an exchange; `dueByCard`: the difference is asked of the card machine. */
  readonly complete: (done: ReturnDone) => Done;
  readonly completeBlind: (input: BlindReturnInput) => Done;
  readonly isBusy: boolean;
};

/** Goods come back: by whoever is signed in, with a manager where the policy says so. */
export const useReturn = (): ReturnCommands => {
  const { card } = useTill();
  const perform = useCallback(
    async (till: TillStore, actor: Actor, { act, dueByCard }: ReturnDone): Done => {
      if (act.type === 'exchange' && dueByCard !== null)
        return exchangeByCard(till, actor, { card, input: act.input, due: dueByCard });
      const byCard = act.input.refunds.find(({ tender }) => tender === 'card');
      return byCard
        ? refundByCard(till, actor, { card, act, amount: byCard.amount })
        : completeAct(till, actor, act);
    },
    [card],
  );
  const act = useApprovedCommand(perform);
  const blind = useApprovedCommand(completeBlindReturn);
  return {
    complete: act.run,
    completeBlind: blind.run,
    isBusy: act.isBusy || blind.isBusy,
  };
};

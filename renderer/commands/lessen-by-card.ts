import type { Currency } from '#shared/kernel/money.ts';
import type { Result } from '#shared/kernel/result.ts';
import type { Operation } from '#shared/operations/operation.ts';
import type { CardDriver } from '../host/card-driver.ts';
import type { Actor, JournalProblem } from '../store/journal.ts';
import type { TillStore } from '../store/till-store.ts';
import {
  decideLessening,
  type LessenInput,
  lessenOrder,
  type LessenProblem,
} from './amend-order.ts';
import { shiftRefusal } from './in-shift.ts';
import { giveByCard, type RefundProblem, withReference } from './card-refund.ts';

type Lessened<Problem = never> = Promise<
  Result<Operation, LessenProblem | JournalProblem | Problem>
>;

/** With what the machine said of the refund. */
export const lessenGiven = (
  till: TillStore,
  actor: Actor,
  input: LessenInput,
  reference: string | null,
): Lessened =>
  lessenOrder(till, actor, {
    ...input,
    refunds: withReference(input.refunds, reference),
    isGiven: true,
  });

/** Takes lines or all of an order back, with money for the card that paid (rules J3, R15). */
export const lessenByCard = async (
  till: TillStore,
  actor: Actor,
  {
    card,
    currency,
    ...input
  }: LessenInput & { readonly card: CardDriver; readonly currency: Currency },
): Lessened<RefundProblem> => {
  const closed = shiftRefusal(till, actor);
  if (closed) return closed;
  const refund = input.refunds.find(({ tender }) => tender === 'card');
  if (!refund) return lessenOrder(till, actor, input);
  const { id: refundId, amount } = refund;
  const act = { type: 'lessening', input } as const;
  const open = { actor, act, orderId: input.orderId, refundId, currency, amount };
  return giveByCard<LessenProblem | JournalProblem>(
    till,
    card,
    open,
    async () => {
      const decided = await decideLessening(till, actor, input);
      return decided.ok ? null : decided.problem;
    },
    (reference) => lessenGiven(till, actor, input, reference),
  );
};

import type { Currency } from '#shared/kernel/money.ts';
import type { Result } from '#shared/kernel/result.ts';
import type { Operation } from '#shared/operations/operation.ts';
import type { PaymentDriver } from '../host/payment-driver.ts';
import type { Actor, JournalProblem } from '../store/journal.ts';
import type { TillStore } from '../store/till-store.ts';
import {
  decideLessening,
  type LessenInput,
  lessenOrder,
  type LessenProblem,
} from './amend-order.ts';
import { shiftRefusal } from './in-shift.ts';
import {
  giveByMachine,
  machinePartOf,
  type RefundProblem,
  withReference,
} from './machine-refund.ts';

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

/** Takes lines or all of an order back, with money for the card or the QR that paid (rules J3, R15). */
export const lessenByMachine = async (
  till: TillStore,
  actor: Actor,
  {
    driver,
    currency,
    ...input
  }: LessenInput & { readonly driver: PaymentDriver; readonly currency: Currency },
): Lessened<RefundProblem> => {
  const closed = await shiftRefusal(till, actor);
  if (closed) return closed;
  const refund = machinePartOf(input.refunds);
  if (!refund) return lessenOrder(till, actor, input);
  const { id: refundId, tender, amount } = refund;
  const act = { type: 'lessening', input } as const;
  const open = { actor, act, orderId: input.orderId, refundId, tender, currency, amount };
  return giveByMachine<LessenProblem | JournalProblem>(
    till,
    driver,
    open,
    async () => {
      const decided = await decideLessening(till, actor, input);
      return decided.ok ? null : decided.problem;
    },
    (reference) => lessenGiven(till, actor, input, reference),
  );
};

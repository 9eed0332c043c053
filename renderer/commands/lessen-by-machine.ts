import type { Currency } from '#shared/kernel/money.ts';
import type { Result } from '#shared/kernel/result.ts';
import type { Operation } from '#shared/operations/operation.ts';
import type { PaymentDriver } from '../host/payment-driver.ts';
import type { Actor, JournalProblem } from '../store/journal.ts';
import type { TillStore } from '../store/till-store.ts';
import { decideLessening, lessenOrder, type LessenProblem } from './amend-order.ts';
import { begunActId } from './given-refunds.ts';
import { shiftRefusal } from './in-shift.ts';
import type { LessenInput } from './lessen-input.ts';
import {
  giveByMachine,
  machinePartsOf,
  type RefundCompletion,
  type RefundProblem,
  withReferences,
} from './machine-refund.ts';
import { refundIdOf } from './open-refund.ts';

type Lessened = Promise<Result<Operation, LessenProblem | JournalProblem | RefundProblem>>;

/** With what the machines said of the refund. */
export const lessenGiven =
  (actor: Actor, input: LessenInput): RefundCompletion<LessenProblem | JournalProblem> =>
  (till, given) =>
    lessenOrder(till, actor, {
      ...input,
      refunds: withReferences(input.refunds, given),
      isGiven: true,
    });

/** What was begun of just this before goes on under its ids. */
const asBegun = async (till: TillStore, input: LessenInput): Promise<LessenInput> => {
  const act = { type: 'lessening', input } as const;
  const id = await begunActId(till, input.orderId, input.refunds, act);
  if (id === null) return input;
  const refunds = input.refunds.map((part) => ({ ...part, id: refundIdOf(id, part) }));
  return { ...input, refunds };
};

/** Takes lines or all of an order back, with money for the card or the QR that paid (rules J3, R15). */
export const lessenByMachine = async (
  till: TillStore,
  actor: Actor,
  {
    driver,
    currency,
    ...asked
  }: LessenInput & { readonly driver: PaymentDriver; readonly currency: Currency },
): Lessened => {
  const closed = await shiftRefusal(till, actor);
  if (closed) return closed;
  const input = await asBegun(till, asked);
  const parts = machinePartsOf(input.refunds, ({ id }) => id);
  if (parts.length === 0) return lessenOrder(till, actor, input);
  const act = { type: 'lessening', input } as const;
  return giveByMachine<LessenProblem | JournalProblem>(
    till,
    driver,
    { actor, act, orderId: input.orderId, currency, parts },
    async () => {
      const decided = await decideLessening(till, actor, input);
      return decided.ok ? null : decided.problem;
    },
    lessenGiven(actor, input),
  );
};

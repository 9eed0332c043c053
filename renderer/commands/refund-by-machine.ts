import type { MachineTender } from '#shared/domain/payment/machine.ts';
import type { Minor } from '#shared/kernel/money.ts';
import type { Result } from '#shared/kernel/result.ts';
import type { Operation } from '#shared/operations/operation.ts';
import type { PaymentDriver } from '../host/payment-driver.ts';
import type { Actor, JournalProblem } from '../store/journal.ts';
import type { TillStore } from '../store/till-store.ts';
import {
  giveByMachine,
  type RefundAct,
  type RefundProblem,
  withReference,
} from './machine-refund.ts';
import { completeExchange, type ExchangeProblem, exchangeRefusal } from './complete-exchange.ts';
import { completeReturn, refundIdOf, returnRefusal } from './complete-return.ts';

/** Goods that come back, with or without others instead. */
export type ReturnAct = Extract<RefundAct, { readonly type: 'return' | 'exchange' }>;

type Completed<Problem = never> = Promise<
  Result<Operation, ExchangeProblem | JournalProblem | Problem>
>;

export const completeAct = (till: TillStore, actor: Actor, act: ReturnAct): Completed =>
  act.type === 'return'
    ? completeReturn(till, actor, act.input)
    : completeExchange(till, actor, act.input);

const refusalOf = (till: TillStore, actor: Actor, act: ReturnAct) =>
  act.type === 'return'
    ? returnRefusal(till, actor, act.input)
    : exchangeRefusal(till, actor, act.input);

/** The act with what the machine said of the refund. */
const given = (act: ReturnAct, reference: string | null): ReturnAct => {
  const refunds = withReference(act.input.refunds, reference);
  return act.type === 'return'
    ? { type: 'return', input: { ...act.input, refunds, isGiven: true } }
    : { type: 'exchange', input: { ...act.input, refunds, isGiven: true } };
};

export const completeGiven = (
  till: TillStore,
  actor: Actor,
  act: ReturnAct,
  reference: string | null,
): Completed => completeAct(till, actor, given(act, reference));

/** A machine gives money back for goods (rules J3, R15). */
export const refundByMachine = (
  till: TillStore,
  actor: Actor,
  {
    driver,
    act,
    part: { tender, amount },
  }: {
    readonly driver: PaymentDriver;
    readonly act: ReturnAct;
    readonly part: { readonly tender: MachineTender; readonly amount: Minor };
  },
): Completed<RefundProblem> => {
  const { returnId, told } = act.input;
  const refundId = refundIdOf(returnId, { tender });
  const open = { actor, act, orderId: told.id, refundId, tender, currency: told.currency, amount };
  return giveByMachine<ExchangeProblem | JournalProblem>(
    till,
    driver,
    open,
    () => refusalOf(till, actor, act),
    (reference) => completeGiven(till, actor, act, reference),
  );
};

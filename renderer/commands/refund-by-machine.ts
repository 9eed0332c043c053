import type { Result } from '#shared/kernel/result.ts';
import type { Operation } from '#shared/operations/operation.ts';
import type { PaymentDriver } from '../host/payment-driver.ts';
import type { Actor, JournalProblem } from '../store/journal.ts';
import type { TillStore } from '../store/till-store.ts';
import { begunActId } from './given-refunds.ts';
import {
  giveByMachine,
  machinePartsOf,
  type RefundCompletion,
  type RefundProblem,
  withReferences,
} from './machine-refund.ts';
import { type RefundAct, refundIdOf } from './open-refund.ts';
import { completeExchange, type ExchangeProblem, exchangeRefusal } from './complete-exchange.ts';
import { completeReturn, returnRefusal } from './complete-return.ts';

/** Goods that come back, with or without others instead. */
export type ReturnAct = Extract<RefundAct, { readonly type: 'return' | 'exchange' }>;

type Completed<Problem = never> = Promise<
  Result<Operation, ExchangeProblem | JournalProblem | Problem>
>;

const completeAct = (till: TillStore, actor: Actor, act: ReturnAct): Completed =>
  act.type === 'return'
    ? completeReturn(till, actor, act.input)
    : completeExchange(till, actor, act.input);

const refusalOf = (till: TillStore, actor: Actor, act: ReturnAct) =>
  act.type === 'return'
    ? returnRefusal(till, actor, act.input)
    : exchangeRefusal(till, actor, act.input);

/** The act with what the machines said of the refund. */
const givenAct = (
  act: ReturnAct,
  given: Parameters<RefundCompletion<ExchangeProblem>>[1],
): ReturnAct => {
  const refunds = withReferences(act.input.refunds, given);
  return act.type === 'return'
    ? { type: 'return', input: { ...act.input, refunds, isGiven: true } }
    : { type: 'exchange', input: { ...act.input, refunds, isGiven: true } };
};

export const completeGiven =
  (actor: Actor, act: ReturnAct): RefundCompletion<ExchangeProblem | JournalProblem> =>
  (till, given) =>
    completeAct(till, actor, givenAct(act, given));

/** What was begun of just this before goes on under its id. */
const asBegun = async (till: TillStore, act: ReturnAct): Promise<ReturnAct> => {
  const { told, refunds } = act.input;
  const returnId = await begunActId(till, told.id, refunds, act);
  if (returnId === null) return act;
  return act.type === 'return'
    ? { type: 'return', input: { ...act.input, returnId } }
    : { type: 'exchange', input: { ...act.input, returnId } };
};

/** Money goes back for goods: what machines took they give, each its part (rules J3, R15). */
export const refundByMachine = async (
  till: TillStore,
  actor: Actor,
  { driver, act: asked }: { readonly driver: PaymentDriver; readonly act: ReturnAct },
): Completed<RefundProblem> => {
  const act = await asBegun(till, asked);
  const { returnId, told, refunds } = act.input;
  const parts = machinePartsOf(refunds, (part) => refundIdOf(returnId, part));
  if (parts.length === 0) return completeAct(till, actor, act);
  return giveByMachine<ExchangeProblem | JournalProblem>(
    till,
    driver,
    { actor, act, orderId: told.id, currency: told.currency, parts },
    () => refusalOf(till, actor, act),
    completeGiven(actor, act),
  );
};

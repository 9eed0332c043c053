import type { Paying } from '#shared/domain/payment/split.ts';
import type { Result } from '#shared/kernel/result.ts';
import type { Operation } from '#shared/operations/operation.ts';
import type { PaymentDriver } from '../host/payment-driver.ts';
import type { Actor, JournalProblem } from '../store/journal.ts';
import type { TillStore } from '../store/till-store.ts';
import type { ExchangeProblem } from './complete-exchange.ts';
import type { MachineProblem } from './conclude-payment.ts';
import { exchangeByMachine, openExchange } from './exchange-by-machine.ts';
import type { RefundProblem } from './machine-refund.ts';
import { refundByMachine, type ReturnAct } from './refund-by-machine.ts';
import { settleAsked } from './settle-asked.ts';

export type ActProblem = ExchangeProblem | RefundProblem | MachineProblem | JournalProblem;

export type ReturnDone = {
  readonly act: ReturnAct;
  /** The difference is asked of a machine; null = of none. */
  readonly dueByMachine: Paying['byMachine'];
};

type Done = Promise<Result<Operation, ActProblem>>;

/**
 * Goods come back, with or without others instead. A machine that was asked for the difference before, and of which nobody heard what
 * it took, is asked about first: what it took pays the exchange for which it was asked (rule J3).
 */
export const completeReturnAct = async (
  till: TillStore,
  actor: Actor,
  { driver, act, dueByMachine }: ReturnDone & { readonly driver: PaymentDriver },
): Done => {
  if (act.type === 'return') return refundByMachine(till, actor, { driver, act });
  const { input } = act;
  const { orderId } = input;
  const complete = await openExchange(till, orderId);
  const asked =
    complete && (await settleAsked<ActProblem>(till, actor, { orderId, driver, complete }));
  if (asked) return asked;
  if (dueByMachine === null) return refundByMachine(till, actor, { driver, act });
  const { tender, amount: due } = dueByMachine;
  return exchangeByMachine(till, actor, { driver, tender, input, due });
};

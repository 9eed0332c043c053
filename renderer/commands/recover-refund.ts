import type { Result } from '#shared/kernel/result.ts';
import type { Operation } from '#shared/operations/operation.ts';
import type { PaymentDriver } from '../host/payment-driver.ts';
import type { JournalProblem } from '../store/journal.ts';
import type { TillStore } from '../store/till-store.ts';
import type { LessenProblem } from './amend-order.ts';
import { endOpenRefund, type OpenRefund, type RefundProblem } from './machine-refund.ts';
import type { ExchangeProblem } from './complete-exchange.ts';
import { lessenGiven } from './lessen-by-machine.ts';
import { completeGiven } from './refund-by-machine.ts';

type Problem = ExchangeProblem | LessenProblem | JournalProblem;

/** Ends a refund that a crash left open, whatever it was a part of (rule J3). */
export const recoverRefund = (
  till: TillStore,
  driver: PaymentDriver,
  open: OpenRefund,
): Promise<Result<Operation, Problem | RefundProblem>> =>
  endOpenRefund(till, driver, open, (reference): Promise<Result<Operation, Problem>> =>
    open.act.type === 'lessening'
      ? lessenGiven(till, open.actor, open.act.input, reference)
      : completeGiven(till, open.actor, open.act, reference),
  );

import type { Result } from '#shared/kernel/result.ts';
import type { Operation } from '#shared/operations/operation.ts';
import type { PaymentDriver } from '../host/payment-driver.ts';
import type { JournalProblem } from '../store/journal.ts';
import type { TillStore } from '../store/till-store.ts';
import type { LessenProblem } from './amend-order.ts';
import { endOpenRefund, type RefundProblem } from './machine-refund.ts';
import type { OpenRefund } from './open-refund.ts';
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
  endOpenRefund<Problem>(
    till,
    driver,
    open,
    open.act.type === 'lessening'
      ? lessenGiven(open.actor, open.act.input)
      : completeGiven(open.actor, open.act),
  );

import { fail, type Result } from '#shared/kernel/result.ts';
import type { Operation } from '#shared/operations/operation.ts';
import type { PaymentDriver } from '../host/payment-driver.ts';
import type { JournalProblem } from '../store/journal.ts';
import type { TillStore } from '../store/till-store.ts';
import type { LessenProblem } from './amend-order.ts';
import { endOpenRefund, type RefundCompletion, type RefundProblem } from './machine-refund.ts';
import { isStillOpen, type OpenRefund, openRefund } from './open-refund.ts';
import type { ExchangeProblem } from './complete-exchange.ts';
import { lessenGiven } from './lessen-by-machine.ts';
import { completeGiven } from './refund-by-machine.ts';
import { restoreIntents } from './restore-intents.ts';

type Problem = ExchangeProblem | LessenProblem | JournalProblem;

const completionOf = ({ actor, act }: OpenRefund): RefundCompletion<Problem> => {
  switch (act.type) {
    case 'return':
    case 'exchange':
      return completeGiven(actor, act);
    case 'lessening':
      return lessenGiven(actor, act.input);
    case 'lost':
      return async () => fail({ type: 'order_unknown' });
  }
};

/** Ends a refund that a crash left open, whatever it was a part of (rule J3). */
export const recoverRefund = (
  till: TillStore,
  driver: PaymentDriver,
  open: OpenRefund,
): Promise<Result<Operation, Problem | RefundProblem>> =>
  endOpenRefund(till, driver, open, completionOf(open));

/** As `recoverRefund`, of what is open and then of the next, where a lost profile held several. Gives the return that was completed; null = none. */
export const recoverRefunds = async (
  till: TillStore,
  driver: PaymentDriver,
): Promise<Operation | null> => {
  let returned: Operation | null = null;
  for (let open = await openRefund(till); open; open = await openRefund(till)) {
    const done = await recoverRefund(till, driver, open);
    if (done.ok && open.act.type !== 'lessening') returned = done.value;
    if (await isStillOpen(till, open)) return returned;
    await restoreIntents(till, driver);
  }
  return returned;
};

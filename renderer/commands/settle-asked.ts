import type { Result } from '#shared/kernel/result.ts';
import type { Operation } from '#shared/operations/operation.ts';
import type { PaymentDriver } from '../host/payment-driver.ts';
import type { Actor } from '../store/journal.ts';
import type { TillStore } from '../store/till-store.ts';
import {
  type ChargeProblem,
  type Completion,
  paidInFull,
  recoverPayment,
} from './conclude-payment.ts';
import { openPayment } from './open-payment.ts';
import { waitsForRest } from './payment-parts.ts';

type AskedBefore<Problem> = {
  readonly orderId: string;
  readonly driver: PaymentDriver;
  readonly complete: Completion<Problem>;
};

/**
 * What becomes of a machine that was asked for the money of this order, and of which nobody heard what it took: before it is paid
 * otherwise (rule J3). null = none was.
 */
export const settleAsked = async <Problem>(
  till: TillStore,
  actor: Actor,
  { orderId, driver, complete }: AskedBefore<Problem>,
): Promise<Result<Operation, Problem | ChargeProblem> | null> => {
  const open = await openPayment(till);
  if (open?.orderId !== orderId || waitsForRest(open)) return null;
  const ended = await recoverPayment(till, actor, open, { driver, complete });
  return paidInFull<Problem | ChargeProblem>(ended);
};

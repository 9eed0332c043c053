import type { Offer } from '#shared/domain/payment/settle.ts';
import type { Result } from '#shared/kernel/result.ts';
import type { Operation } from '#shared/operations/operation.ts';
import type { PaymentDriver } from '../host/payment-driver.ts';
import type { Actor } from '../store/journal.ts';
import type { TillStore } from '../store/till-store.ts';
import { agreedPrice } from './agreed-price.ts';
import type { ChargeProblem, Completion } from './conclude-payment.ts';
import { forgetPayment } from './end-payment.ts';
import type { OpenPayment } from './open-payment.ts';
import { partsTaken } from './payment-parts.ts';
import { settleAsked } from './settle-asked.ts';

type Rest<Problem> = {
  readonly open: OpenPayment;
  readonly driver: PaymentDriver;
  readonly offers: readonly Offer[];
  readonly complete: Completion<Problem>;
};

/**
 * The rest of what machines took parts of is paid without one, at the price of which they were parts. A machine that was asked, and
 * of which nobody heard what it took, is asked about instead: the cashier sees then what is left to pay.
 */
export const completeRest = async <Problem>(
  till: TillStore,
  actor: Actor,
  { open, driver, offers, complete }: Rest<Problem>,
): Promise<Result<Operation, Problem | ChargeProblem>> => {
  const { orderId } = open;
  const asked = await settleAsked(till, actor, { orderId, driver, complete });
  if (asked) return asked;
  const completed = await complete(till, [...partsTaken(open), ...offers], agreedPrice(till, open));
  if (completed.ok) await forgetPayment(till, open);
  return completed;
};

import { isByMachine } from '#shared/domain/payment/machine.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import type { Operation } from '#shared/operations/operation.ts';
import type { Actor, Decided, JournalProblem } from '../store/journal.ts';
import type { TillStore } from '../store/till-store.ts';
import { type AskedPayment, keepOpenPayment, openPayment } from './open-payment.ts';
import { partsTaken, waitsForRest } from './payment-parts.ts';
import type { TillProblem } from './problems.ts';

/** Another machine is asked for money meanwhile, or took a part of something else. */
export type OpenProblem = { readonly type: 'payment_open' };

/**
 * The intent is on disk before the machine is asked (rule J3); none is in a shift that was closed meanwhile, nor while another
 * payment is open, but for one of the same order that waits for its rest.
 */
export const requestPayment = async (
  till: TillStore,
  actor: Actor,
  payment: AskedPayment,
): Promise<Result<Operation, OpenProblem | TillProblem | JournalProblem>> =>
  till.journal.write(actor, async (): Promise<Decided<OpenProblem | TillProblem>> => {
    const { paymentId, orderId, tender, currency, amount } = payment;
    if (actor.shiftId !== null && till.view.isShiftClosed(actor.shiftId))
      return fail({ type: 'shift_closed' });
    const left = await openPayment(till);
    if (left !== null && (left.orderId !== orderId || !waitsForRest(left)))
      return fail({ type: 'payment_open' });
    // One of them may have been given back since it was decided what is left.
    const parts = left ? partsTaken(left).map(({ id }) => id) : [];
    const beside = payment.beside.filter(isByMachine).map(({ id }) => id);
    if (parts.join() !== beside.join()) return fail({ type: 'payment_open' });
    await keepOpenPayment(till, { ...payment, givenUp: null });
    return ok({
      type: 'payment.requested',
      payload: { paymentId, orderId, tender, currency, amount },
    });
  });

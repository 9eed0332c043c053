import { isByMachine } from '#shared/domain/payment/machine.ts';
import type { Offer } from '#shared/domain/payment/settle.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import type { Operation } from '#shared/operations/operation.ts';
import type { Actor, Decided, JournalProblem } from '../store/journal.ts';
import type { TillStore } from '../store/till-store.ts';
import { type Ended, isAsked, isOnRecord, resolved } from './end-payment.ts';
import { type AskedPayment, isCarried, keepOpenPayment, openPayment } from './open-payment.ts';
import { lastPart, partlyPaid, partsTaken, waitsForRest } from './payment-parts.ts';
import { keepGivenUp } from './untold-payments.ts';

/** Nothing is to be written: the part waits for the rest. */
type Kept = { readonly type: 'kept' };

/**
 * The machine took its part, the rest is to be paid yet: that is on disk before the cashier hears of it (rule J3). One that ended
 * meanwhile stays as it ended; where it ended as not taken, that nothing carries it is a fact.
 */
export const keepPart = async (
  till: TillStore,
  actor: Actor,
  payment: AskedPayment,
  reference: string | null,
): Promise<Result<null, Ended | JournalProblem>> => {
  const { paymentId } = payment;
  const kept = await till.journal.write(actor, async (): Promise<Decided<Ended | Kept>> => {
    if (await isAsked(till, payment)) {
      const beside = payment.beside.filter(isByMachine);
      await keepOpenPayment(till, { ...payment, beside, taken: { reference }, givenUp: null });
      return fail({ type: 'kept' });
    }
    const open = await openPayment(till);
    const known = [open?.paymentId, ...(open ? partsTaken(open) : []).map(({ id }) => id)];
    const isKnown = known.includes(paymentId) || (await isCarried(till, payment));
    if (isKnown || (await isOnRecord(till, payment))) return fail({ type: 'already_done' });
    // Somebody was told that it was not taken: they hear that it was.
    await keepGivenUp(till, { ...payment, beside: [], givenUp: { reference } });
    return resolved(payment, 'approved', reference);
  });
  if (kept.ok) return fail({ type: 'already_done' });
  return kept.problem.type === 'kept' ? ok(null) : fail(kept.problem);
};

/** The same offers, with this one at the end. */
const lastOf = (offers: readonly Offer[], id: string): Offer[] => [
  ...offers.filter((offer) => offer.id !== id),
  ...offers.filter((offer) => offer.id === id),
];

/**
 * A part that a machine took is given back to the customer, who pays otherwise or not at all: owed back, and told. The other parts
 * stay.
 */
export const giveUpPart = (
  till: TillStore,
  actor: Actor,
  { orderId, paymentId }: Pick<AskedPayment, 'orderId' | 'paymentId'>,
): Promise<Result<Operation, Ended | JournalProblem>> =>
  till.journal.write(actor, async (): Promise<Decided<Ended>> => {
    const open = await partlyPaid(till, orderId);
    const last =
      open && waitsForRest(open)
        ? lastPart({ ...open, beside: lastOf(partsTaken(open), paymentId) })
        : null;
    if (!last?.taken || last.paymentId !== paymentId) return fail({ type: 'already_done' });
    const { reference } = last.taken;
    await keepOpenPayment(till, { ...last, givenUp: { reference } });
    return resolved(last, 'approved', reference);
  });

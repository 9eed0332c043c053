import { shortReference } from '#shared/domain/payment/reference.ts';
import { isByMachine } from '#shared/domain/payment/machine.ts';
import type { Offer } from '#shared/domain/payment/settle.ts';
import { fail, type Result } from '#shared/kernel/result.ts';
import type { Operation } from '#shared/operations/operation.ts';
import type { PaymentDriver, DriverOutcome } from '../host/payment-driver.ts';
import type { Actor, JournalProblem } from '../store/journal.ts';
import type { TillStore } from '../store/till-store.ts';
import { type AgreedPrice, agreedPrice } from './agreed-price.ts';
import {
  type AskedPayment,
  forgetPayment,
  giveUpPayment,
  isGivenUpOnRecord,
  isPart,
  keepPart,
  offerOf,
  type OpenPayment,
  type OpenProblem,
  partlyPaid,
  partsTaken,
  recordRefusal,
} from './open-payment.ts';
import type { TillProblem } from './problems.ts';

export type MachineProblem =
  | OpenProblem
  | { readonly type: 'payment_declined' }
  | { readonly type: 'payment_canceled' }
  /** Money was taken and nothing carries it; nothing more is asked of a machine until a person has been told. */
  | { readonly type: 'payment_without_sale' };

/** Writes the operation that carries the money, all of it, at the price for which it was asked: at the till that it is given. */
export type Completion<Problem> = (
  till: TillStore,
  offers: readonly Offer[],
  price: AgreedPrice,
) => Promise<Result<Operation, Problem>>;

export type ChargeProblem = MachineProblem | TillProblem | JournalProblem;

/** What becomes of money that a machine took. */
export type Ending<Value, Problem> = (
  till: TillStore,
  actor: Actor,
  payment: AskedPayment,
  reference: string | null,
) => Promise<Result<Value, Problem>>;

/** `unknown` is asked about until the machine or the cashier says; it is never charged again. */
export const settled = async (
  driver: PaymentDriver,
  payment: AskedPayment,
  outcome: DriverOutcome,
): Promise<Exclude<DriverOutcome, { type: 'unknown' }>> => {
  let known = outcome;
  while (known.type === 'unknown') known = await driver.ask(payment);
  return known;
};

/** Whether what other machines took for the same is there yet: it may have been given back since. */
const hasPartsOf = async (till: TillStore, { orderId, beside }: AskedPayment): Promise<boolean> => {
  const parts = beside.filter(isByMachine);
  const open = await partlyPaid(till, orderId);
  const left = open ? partsTaken(open).map(({ id }) => id) : [];
  return parts.every(({ id }) => left.includes(id));
};

/** The operation that carries the money with what is beside it, or where there can be none, the fact that nothing does. */
export const carriedBy =
  <Problem>(complete: Completion<Problem>): Ending<Operation, Problem | TillProblem> =>
  async (till, actor, payment, reference) => {
    if (!(await hasPartsOf(till, payment))) {
      await giveUpPayment(till, actor, payment, reference);
      return fail({ type: 'already_done' });
    }
    const offers = [...payment.beside, offerOf(payment, reference)];
    const completed = await complete(till, offers, agreedPrice(till, payment));
    if (completed.ok) await forgetPayment(till, payment);
    else await giveUpPayment(till, actor, payment, reference);
    return completed;
  };

/**
 * What the machine said becomes a fact. A late answer finds its payment ended by who asked in between, and another one open: that
 * one is not touched.
 */
export const conclude = async <Value, Problem>(
  till: TillStore,
  actor: Actor,
  payment: AskedPayment,
  outcome: Exclude<DriverOutcome, { type: 'unknown' }>,
  end: Ending<Value, Problem>,
): Promise<Result<Value, Problem | ChargeProblem>> => {
  if (outcome.type === 'approved') {
    const { reference } = outcome;
    return end(till, actor, payment, reference === null ? null : shortReference(reference));
  }
  const refused = await recordRefusal(till, actor, payment, outcome.type);
  if (!refused.ok) return refused;
  await forgetPayment(till, payment);
  return fail({ type: `payment_${outcome.type}` });
};

/**
 * A payment that a crash left open: the machine is asked what became of it, then it ends like every other. Gives the operation that
 * carries it; null = it was a part, and the rest is to be paid yet.
 */
export const recoverPayment = async <Problem>(
  till: TillStore,
  actor: Actor,
  payment: OpenPayment,
  { driver, complete }: { readonly driver: PaymentDriver; readonly complete: Completion<Problem> },
): Promise<Result<Operation | null, Problem | ChargeProblem>> => {
  if (payment.givenUp !== null) {
    if (!(await isGivenUpOnRecord(till, payment)))
      await giveUpPayment(till, actor, payment, payment.givenUp.reference);
    return fail({ type: 'payment_without_sale' });
  }
  if (payment.taken) {
    await giveUpPayment(till, actor, payment, payment.taken.reference);
    return fail({ type: 'payment_without_sale' });
  }
  const outcome = await settled(driver, payment, await driver.ask(payment));
  if (!isPart(payment)) return conclude(till, actor, payment, outcome, carriedBy(complete));
  return conclude(till, actor, payment, outcome, keepPart);
};

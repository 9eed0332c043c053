import { shortReference } from '#shared/domain/payment/reference.ts';
import { isByMachine } from '#shared/domain/payment/machine.ts';
import type { Offer } from '#shared/domain/payment/settle.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import type { Operation } from '#shared/operations/operation.ts';
import type { PaymentDriver, DriverOutcome } from '../host/payment-driver.ts';
import type { Actor, JournalProblem } from '../store/journal.ts';
import type { TillStore } from '../store/till-store.ts';
import { type AgreedPrice, agreedPrice } from './agreed-price.ts';
import { type Ended, forgetPayment, giveUpPayment, recordRefusal } from './end-payment.ts';
import { keepPart } from './keep-part.ts';
import { type AskedPayment, offerOf, type OpenPayment } from './open-payment.ts';
import { isPart, partlyPaid, partsTaken } from './payment-parts.ts';
import type { OpenProblem } from './request-payment.ts';
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

type Ways<Problem> = {
  readonly driver: PaymentDriver;
  readonly complete: Completion<Problem>;
};

/** null = a part was taken, and the rest is to be paid yet. */
type Concluded<Problem> = Promise<Result<Operation | null, Problem | ChargeProblem>>;

/** Whether what other machines took for the same is there yet: it may have been given back since. */
const hasPartsOf = async (till: TillStore, { orderId, beside }: AskedPayment): Promise<boolean> => {
  const parts = beside.filter(isByMachine);
  const open = await partlyPaid(till, orderId);
  const left = open ? partsTaken(open).map(({ id }) => id) : [];
  return parts.every(({ id }) => left.includes(id));
};

/** The operation that carries the money with what is beside it, or where there can be none, the fact that nothing does. */
const carry = async <Problem>(
  till: TillStore,
  actor: Actor,
  payment: AskedPayment,
  reference: string | null,
  complete: Completion<Problem>,
): Promise<Result<Operation, Problem | TillProblem>> => {
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
 * What the machine said becomes a fact; `unknown` is asked about until the machine or the cashier says, and never charged again. A late
 * answer finds its payment ended by who asked in between, and another one open: that one is not touched.
 */
export const concludePayment = async <Problem>(
  till: TillStore,
  actor: Actor,
  payment: AskedPayment,
  outcome: DriverOutcome,
  { driver, complete }: Ways<Problem>,
): Concluded<Problem> => {
  let known = outcome;
  while (known.type === 'unknown') known = await driver.ask(payment);
  if (known.type !== 'approved') {
    const refused = await recordRefusal(till, actor, payment, known.type);
    if (!refused.ok) return refused;
    await forgetPayment(till, payment);
    return fail({ type: `payment_${known.type}` });
  }
  const reference = known.reference === null ? null : shortReference(known.reference);
  return isPart(payment)
    ? keepPart(till, actor, payment, reference)
    : carry(till, actor, payment, reference, complete);
};

/** A payment that a crash left open: the machine is asked what became of it, then it ends like every other. */
export const recoverPayment = async <Problem>(
  till: TillStore,
  actor: Actor,
  payment: OpenPayment,
  { driver, complete }: Ways<Problem>,
): Concluded<Problem> => {
  const vain = payment.givenUp ?? payment.taken;
  if (vain) {
    // The till may have stopped before it was a fact.
    await giveUpPayment(till, actor, payment, vain.reference);
    return fail({ type: 'payment_without_sale' });
  }
  const outcome = await driver.ask(payment);
  return concludePayment(till, actor, payment, outcome, { driver, complete });
};

/** For whoever meant to pay all of it: where it turns out to be a part, they see now what is left to pay. */
export const paidInFull = <Problem>(
  paid: Result<Operation | null, Problem>,
): Result<Operation, Problem | Ended> => {
  if (!paid.ok) return paid;
  return paid.value ? ok(paid.value) : fail({ type: 'already_done' });
};

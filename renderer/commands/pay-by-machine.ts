import type { MachineTender } from '#shared/domain/payment/machine.ts';
import { LONGEST_REFERENCE, shortReference } from '#shared/domain/payment/reference.ts';
import type { Offer } from '#shared/domain/payment/settle.ts';
import type { Currency, Minor } from '#shared/kernel/money.ts';
import { fail, type Result } from '#shared/kernel/result.ts';
import type { Operation } from '#shared/operations/operation.ts';
import type { PaymentDriver, DriverOutcome } from '../host/payment-driver.ts';
import type { Actor, JournalProblem } from '../store/journal.ts';
import type { TillStore } from '../store/till-store.ts';
import { type AgreedPrice, agreedPrice, promotionsIn } from './agreed-price.ts';
import { shiftRefusal } from './in-shift.ts';
import type { TillProblem } from './problems.ts';
import {
  type AskedPayment,
  forgetPayment,
  giveUpPayment,
  isGivenUpOnRecord,
  openPayment,
  type OpenPayment,
  recordRefusal,
  requestPayment,
} from './open-payment.ts';
import { rehearsed } from './rehearsed.ts';

export type MachineProblem =
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

export type PayByMachineInput<Problem> = {
  readonly driver: PaymentDriver;
  readonly tender: MachineTender;
  readonly orderId: string;
  readonly amount: Minor;
  readonly currency: Currency;
  /** The moment that `amount` is the price of. */
  readonly pricedAt: string;
  /** What was given in other tenders for the same; left out = nothing. */
  readonly beside?: readonly Offer[];
  /** Why what is paid for could not be done now, null = it could: asked before the machine is. Left out = it can. */
  readonly refusal?: () => Problem | null;
  /** Who completes it, where somebody gave leave; left out = who asks for the money. */
  readonly seller?: Actor;
  readonly complete: Completion<Problem>;
};

/** `unknown` is asked about until the machine or the cashier says; it is never charged again. */
const settled = async (
  driver: PaymentDriver,
  payment: AskedPayment,
  outcome: DriverOutcome,
): Promise<Exclude<DriverOutcome, { type: 'unknown' }>> => {
  let known = outcome;
  while (known.type === 'unknown') known = await driver.ask(payment);
  return known;
};

const offerOf = (
  {
    paymentId: id,
    tender,
    amount: tendered,
  }: Pick<AskedPayment, 'paymentId' | 'tender' | 'amount'>,
  reference: string | null,
): Offer => ({ id, tender, tendered, reference });

/** As long as a machine's own number may be. */
const ANY_REFERENCE = 'x'.repeat(LONGEST_REFERENCE);

/**
 * What the machine said becomes a fact: the operation that carries the money, or that none does. A late answer finds its payment
 * ended by who asked in between, and another one open: that one is not touched.
 */
const conclude = async <Problem>(
  till: TillStore,
  actor: Actor,
  payment: AskedPayment,
  outcome: Exclude<DriverOutcome, { type: 'unknown' }>,
  complete: Completion<Problem>,
): Promise<Result<Operation, Problem | MachineProblem | TillProblem | JournalProblem>> => {
  if (outcome.type !== 'approved') {
    const refused = await recordRefusal(till, actor, payment, outcome.type);
    if (!refused.ok) return refused;
    await forgetPayment(till, payment);
    return fail({ type: `payment_${outcome.type}` });
  }
  const reference = outcome.reference === null ? null : shortReference(outcome.reference);
  const offers = [...payment.beside, offerOf(payment, reference)];
  const completed = await complete(till, offers, agreedPrice(till, payment));
  if (completed.ok) await forgetPayment(till, payment);
  else await giveUpPayment(till, actor, payment, reference);
  return completed;
};

/** A payment that a crash left open: the machine is asked what became of it, then it ends like every other. */
export const recoverPayment = async <Problem>(
  till: TillStore,
  actor: Actor,
  payment: OpenPayment,
  { driver, complete }: Pick<PayByMachineInput<Problem>, 'driver' | 'complete'>,
): Promise<Result<Operation, Problem | MachineProblem | TillProblem | JournalProblem>> => {
  if (payment.givenUp !== null) {
    if (!(await isGivenUpOnRecord(till, payment)))
      await giveUpPayment(till, actor, payment, payment.givenUp.reference);
    return fail({ type: 'payment_without_sale' });
  }
  const outcome = await settled(driver, payment, await driver.ask(payment));
  return conclude(till, actor, payment, outcome, complete);
};

/** A payment of another order that is still open: it ends before another begins. */
const settleLeft = async (
  till: TillStore,
  actor: Actor,
  left: OpenPayment,
  driver: PaymentDriver,
): Promise<Result<null, MachineProblem>> => {
  const complete = async () => fail({ type: 'order_left' as const });
  const ended = await recoverPayment(till, actor, left, { driver, complete });
  const isTaken = !ended.ok && (await openPayment(till)) !== null;
  return isTaken ? fail({ type: 'payment_without_sale' }) : { ok: true, value: null };
};

/**
 * Asks the machine of a tender for an amount; the intent is durable first, the outcome after (rule J3). A payment that is
 * still open, because the disk failed after the machine was asked, is settled before: this order's takes its place,
 * another order's is owed back, and the cashier hears of that first. What the money is for is tried before it is asked for, so that
 * whatever could not be written down afterwards takes none.
 */
export const payByMachine = async <Problem>(
  till: TillStore,
  actor: Actor,
  input: PayByMachineInput<Problem>,
): Promise<Result<Operation, Problem | MachineProblem | TillProblem | JournalProblem>> => {
  const {
    driver,
    tender,
    orderId,
    amount,
    currency,
    pricedAt,
    beside = [],
    seller = actor,
    complete,
  } = input;
  const left = await openPayment(till);
  if (left?.orderId === orderId) return recoverPayment(till, actor, left, { driver, complete });
  if (left) {
    const ended = await settleLeft(till, actor, left, driver);
    if (!ended.ok) return ended;
  }
  const closed = await shiftRefusal(till, actor);
  if (closed) return closed;
  const refused = input.refusal?.() ?? null;
  if (refused !== null) return fail(refused);
  const paymentId = crypto.randomUUID();
  const askedAt = till.now();
  const offers = [...beside, offerOf({ paymentId, tender, amount }, ANY_REFERENCE)];
  const tried = await complete(rehearsed(till), offers, { pricedAt });
  if (!tried.ok) return tried;
  const payment: AskedPayment = {
    paymentId,
    orderId,
    tender,
    by: driver.nameOf(tender),
    currency,
    amount,
    pricedAt,
    promotions: promotionsIn(till, tried.value),
    askedAt,
    beside,
    seller,
  };
  const requested = await requestPayment(till, actor, payment);
  if (!requested.ok) return requested;
  const outcome = await settled(driver, payment, await driver.pay(payment));
  return conclude(till, actor, payment, outcome, complete);
};

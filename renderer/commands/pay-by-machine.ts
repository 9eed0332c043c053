import { isByMachine, type MachineTender } from '#shared/domain/payment/machine.ts';
import { LONGEST_REFERENCE } from '#shared/domain/payment/reference.ts';
import type { Offer } from '#shared/domain/payment/settle.ts';
import { leftToPay } from '#shared/domain/payment/split.ts';
import { type Currency, type Minor, ZERO } from '#shared/kernel/money.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import type { Operation } from '#shared/operations/operation.ts';
import type { PaymentDriver } from '../host/payment-driver.ts';
import type { Actor } from '../store/journal.ts';
import type { TillStore } from '../store/till-store.ts';
import { agreedPrice, promotionsIn } from './agreed-price.ts';
import {
  type ChargeProblem,
  type Completion,
  concludePayment,
  type MachineProblem,
  paidInFull,
  recoverPayment,
} from './conclude-payment.ts';
import { shiftRefusal } from './in-shift.ts';
import { type AskedPayment, offerOf, openPayment, type OpenPayment } from './open-payment.ts';
import { partsTaken, waitsForRest } from './payment-parts.ts';
import { requestPayment } from './request-payment.ts';
import { rehearsed } from './rehearsed.ts';

export type PayByMachineInput<Problem> = {
  readonly driver: PaymentDriver;
  readonly tender: MachineTender;
  readonly orderId: string;
  readonly amount: Minor;
  readonly currency: Currency;
  /** The moment that `amount` is the price of. */
  readonly pricedAt: string;
  /** What was given in other tenders for the same; left out = nothing. What machines took before is known. */
  readonly beside?: readonly Offer[];
  /** Why what is paid for could not be done now, null = it could: asked before the machine is. Left out = it can. */
  readonly refusal?: () => Problem | null;
  /** Who completes it, where somebody gave leave; left out = who asks for the money. */
  readonly seller?: Actor;
  readonly complete: Completion<Problem>;
};

export type PayPartInput<Problem> = PayByMachineInput<Problem> & {
  /** All that is to be paid, of which `amount` is a part, minor units. */
  readonly due: Minor;
};

/** As long as a machine's own number may be. */
const ANY_REFERENCE = 'x'.repeat(LONGEST_REFERENCE);

/** A payment of another order that is still open: it ends before another begins. */
const settleLeft = async (
  till: TillStore,
  actor: Actor,
  left: OpenPayment,
  driver: PaymentDriver,
): Promise<Result<null, MachineProblem>> => {
  // Whoever pays the rest of it stands there yet.
  if (waitsForRest(left)) return fail({ type: 'payment_open' });
  const complete = async () => fail({ type: 'order_left' as const });
  const ended = await recoverPayment(till, actor, left, { driver, complete });
  const isTaken = !ended.ok && (await openPayment(till)) !== null;
  return isTaken ? fail({ type: 'payment_without_sale' }) : ok(null);
};

type Asking<Problem> = PayByMachineInput<Problem> & { readonly due?: Minor };

/** What is asked for, once what it is for could be written down: whatever could not be takes no money. */
const askable = async <Problem>(
  till: TillStore,
  actor: Actor,
  input: Asking<Problem>,
  begun: OpenPayment | null,
): Promise<Result<AskedPayment, Problem | ChargeProblem>> => {
  const { driver, tender, orderId, amount, currency, due, complete } = input;
  const closed = await shiftRefusal(till, actor);
  if (closed) return closed;
  // What was paid in part could be sold.
  const refused = begun ? null : (input.refusal?.() ?? null);
  if (refused !== null) return fail(refused);
  const paymentId = crypto.randomUUID();
  const askedAt = till.now();
  // Of machines' parts the disk knows, whatever is on screen.
  const given = (input.beside ?? []).filter((offer) => !isByMachine(offer));
  const beside = [...(begun ? partsTaken(begun) : []), ...given];
  const paid = [...beside, offerOf({ paymentId, tender, amount }, ANY_REFERENCE)];
  const rest = due === undefined ? ZERO : leftToPay(due, paid);
  const offers =
    rest > 0 ? [...paid, { id: 'rest', tender, tendered: rest, reference: null }] : paid;
  const price = begun ? agreedPrice(till, begun) : { pricedAt: input.pricedAt };
  const tried = await complete(rehearsed(till), offers, price);
  if (!tried.ok) return tried;
  return ok({
    paymentId,
    orderId,
    tender,
    by: driver.nameOf(tender),
    currency,
    amount,
    pricedAt: price.pricedAt,
    promotions: begun?.promotions ?? promotionsIn(till, tried.value),
    askedAt,
    beside,
    seller: input.seller ?? actor,
    ...(due === undefined ? {} : { due }),
  });
};

/** Gives the operation that carries the money; null = a part was taken. */
const charge = async <Problem>(
  till: TillStore,
  actor: Actor,
  input: Asking<Problem>,
): Promise<Result<Operation | null, Problem | ChargeProblem>> => {
  const { driver, orderId, complete } = input;
  const left = await openPayment(till);
  const begun = left?.orderId === orderId && waitsForRest(left) ? left : null;
  if (left && !begun) {
    if (left.orderId === orderId) return recoverPayment(till, actor, left, { driver, complete });
    const ended = await settleLeft(till, actor, left, driver);
    if (!ended.ok) return ended;
  }
  const asked = await askable(till, actor, input, begun);
  if (!asked.ok) return asked;
  const payment = asked.value;
  const requested = await requestPayment(till, actor, payment);
  if (!requested.ok) return requested;
  const outcome = await driver.pay(payment);
  return concludePayment(till, actor, payment, outcome, { driver, complete });
};

/**
 * Asks the machine of a tender for an amount; the intent is durable first, the outcome after (rule J3). A payment that is
 * still open, because the disk failed after the machine was asked, is settled before: this order's takes its place,
 * another order's is owed back, and the cashier hears of that first. What the money is for is tried before it is asked for, so that
 * whatever could not be written down afterwards takes none. With what machines took for the same before, it pays all.
 */
export const payByMachine = async <Problem>(
  till: TillStore,
  actor: Actor,
  input: PayByMachineInput<Problem>,
): Promise<Result<Operation, Problem | ChargeProblem>> =>
  paidInFull<Problem | ChargeProblem>(await charge(till, actor, input));

/**
 * The same for less than what is to be paid: the rest is paid by whatever the customer says then, another machine too. Gives null;
 * or where all of it was asked for before and nobody had heard of that, the operation that carries it.
 */
export const payPartByMachine = <Problem>(
  till: TillStore,
  actor: Actor,
  input: PayPartInput<Problem>,
): Promise<Result<Operation | null, Problem | ChargeProblem>> => charge(till, actor, input);

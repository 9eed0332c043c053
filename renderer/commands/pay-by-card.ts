import type { Offer } from '#shared/domain/payment/settle.ts';
import type { Currency, Minor } from '#shared/kernel/money.ts';
import { fail, type Result } from '#shared/kernel/result.ts';
import type { Operation } from '#shared/operations/operation.ts';
import type { CardDriver, CardOutcome } from '../host/card-driver.ts';
import type { Actor, JournalProblem } from '../store/journal.ts';
import type { TillStore } from '../store/till-store.ts';
import {
  forgetPayment,
  openPayment,
  type OpenPayment,
  requestPayment,
  resolvePayment,
} from './card-payment.ts';

export type CardProblem = { readonly type: 'card_declined' } | { readonly type: 'card_canceled' };

type Completion<Problem> = (offer: Offer) => Promise<Result<Operation, Problem>>;

export type PayByCardInput<Problem> = {
  readonly card: CardDriver;
  readonly orderId: string;
  readonly amount: Minor;
  readonly currency: Currency;
  /** Writes the operation that carries the money once it is taken. */
  readonly complete: Completion<Problem>;
};

/** `unknown` is asked about until the machine or the cashier says; it is never charged again. */
const settled = async (
  card: CardDriver,
  payment: OpenPayment,
  outcome: CardOutcome,
): Promise<Exclude<CardOutcome, { type: 'unknown' }>> => {
  let known = outcome;
  while (known.type === 'unknown') known = await card.ask(payment);
  return known;
};

/** What the machine said becomes a fact: the operation that carries the money, or that none was taken. */
const conclude = async <Problem>(
  till: TillStore,
  actor: Actor,
  payment: OpenPayment,
  outcome: Exclude<CardOutcome, { type: 'unknown' }>,
  complete: Completion<Problem>,
): Promise<Result<Operation, Problem | CardProblem | JournalProblem>> => {
  if (outcome.type !== 'approved') {
    const resolved = await resolvePayment(till, actor, payment, outcome.type, null);
    if (!resolved.ok) return resolved;
    await forgetPayment(till);
    return fail({ type: `card_${outcome.type}` });
  }
  const { reference } = outcome;
  const { paymentId: id, tender, amount: tendered } = payment;
  const completed = await complete({ id, tender, tendered, reference });
  // Money was taken and nothing carries it: that is a fact too, and it is owed back.
  if (!completed.ok) await resolvePayment(till, actor, payment, 'approved', reference);
  await forgetPayment(till);
  return completed;
};

/** A payment that a crash left open: the machine is asked what became of it, then it ends as any other. */
export const recoverPayment = async <Problem>(
  till: TillStore,
  actor: Actor,
  payment: OpenPayment,
  { card, complete }: Pick<PayByCardInput<Problem>, 'card' | 'complete'>,
): Promise<Result<Operation, Problem | CardProblem | JournalProblem>> => {
  const outcome = await settled(card, payment, await card.ask(payment));
  return conclude(till, actor, payment, outcome, complete);
};

/**
 * Asks the card machine for an amount; the intent is durable first, the outcome after (rule J3). A payment that is
 * still open, because the disk failed after the machine was asked, is settled before: this order's takes its place,
 * another order's is owed back.
 */
export const payByCard = async <Problem>(
  till: TillStore,
  actor: Actor,
  { card, orderId, amount, currency, complete }: PayByCardInput<Problem>,
): Promise<Result<Operation, Problem | CardProblem | JournalProblem>> => {
  const left = await openPayment(till);
  if (left?.orderId === orderId) return recoverPayment(till, actor, left, { card, complete });
  if (left)
    await recoverPayment(till, actor, left, {
      card,
      complete: async () => fail({ type: 'order_left' }),
    });
  const paymentId = crypto.randomUUID();
  const payment: OpenPayment = { paymentId, orderId, tender: 'card', currency, amount };
  const requested = await requestPayment(till, actor, payment);
  if (!requested.ok) return requested;
  const outcome = await settled(card, payment, await card.pay(payment));
  return conclude(till, actor, payment, outcome, complete);
};

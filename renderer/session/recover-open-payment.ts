import type { Result } from '#shared/kernel/result.ts';
import type { Operation } from '#shared/operations/operation.ts';
import { completeSale } from '../commands/complete-sale.ts';
import { openExchange } from '../commands/exchange-by-machine.ts';
import { payOrder } from '../commands/hand-over.ts';
import { openPayment, type OpenPayment } from '../commands/open-payment.ts';
import { waitsForRest } from '../commands/payment-parts.ts';
import { type Completion, recoverPayment } from '../commands/conclude-payment.ts';
import { restoreIntents } from '../commands/restore-intents.ts';
import type { Actor } from '../store/journal.ts';
import { actorOf } from './session-store.ts';
import type { TillSession } from './till-context.ts';

type Till = Pick<TillSession, 'store' | 'basket' | 'driver' | 'session'>;

/**
 * What the money of an open payment was for: the basket that is still open, an exchange, or a web order. Whether its goods left as
 * well nobody knows any more: they are handed over by whoever stands there.
 */
const completionOf =
  ({ basket }: Till, seller: Actor, { orderId }: OpenPayment): Completion<unknown> =>
  async (store, offers, price): Promise<Result<Operation, unknown>> => {
    const { basket: open } = basket.getState();
    const exchange = await openExchange(store, orderId);
    if (exchange) return exchange(store, offers, price);
    if (open.orderId !== orderId)
      return payOrder(store, seller, { orderId, offers, isTaken: true });
    const sold = await completeSale(store, seller, {
      orderId,
      basket: open,
      customerId: open.customer?.id ?? null,
      buyer: open.customer,
      note: open.note,
      buyerTaxNumber: open.buyerTaxNumber,
      offers,
      ...price,
    });
    if (sold.ok) basket.getState().startNew();
    return sold;
  };

/**
 * Who sold it, whoever is signed in since. The till's shift is the one in which the money was taken: none is closed while a payment
 * is open (rules R2, R3).
 */
const sellerOf = ({ store, session }: Till, { seller }: OpenPayment): Actor | null => {
  const shift = store.view.shift();
  if (seller) return { ...seller, shiftId: shift?.shiftId ?? null };
  const { signedIn } = session.getState();
  return signedIn && actorOf(signedIn, shift);
};

/** What this till is to find out; null = nothing is open, or a part of the open basket: whoever stands there pays the rest. */
const paymentLeft = async ({ store, basket }: Till): Promise<OpenPayment | null> => {
  const payment = await openPayment(store);
  const isGoingOn = payment?.orderId === basket.getState().basket.orderId && waitsForRest(payment);
  return isGoingOn ? null : payment;
};

/**
 * Asks what became of a payment that was left open, and writes down what it paid for; needs nobody to be signed in (rule J3). Then
 * of the next, where a lost profile held several; of money that was taken in vain a person is told first.
 * Gives the order that it completed; null = none.
 */
export const recoverOpenPayment = async (till: Till): Promise<string | null> => {
  const { store, driver } = till;
  let completed: string | null = null;
  for (let payment = await paymentLeft(till); payment; payment = await paymentLeft(till)) {
    const seller = sellerOf(till, payment);
    if (!seller) return completed;
    const ended = await recoverPayment(store, { ...seller, approvedBy: null }, payment, {
      driver,
      complete: completionOf(till, seller, payment),
    });
    if (ended.ok && ended.value) completed = payment.orderId;
    const left = await openPayment(store);
    const isStuck =
      left?.paymentId === payment.paymentId && waitsForRest(left) === waitsForRest(payment);
    if (left?.givenUp || isStuck) return completed;
    await restoreIntents(store, driver);
  }
  return completed;
};

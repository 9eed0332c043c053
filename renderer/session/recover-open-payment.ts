import type { Result } from '#shared/kernel/result.ts';
import type { Operation } from '#shared/operations/operation.ts';
import { completeSale } from '../commands/complete-sale.ts';
import { openExchange } from '../commands/exchange-by-machine.ts';
import { payOrder } from '../commands/hand-over.ts';
import { openPayment, type OpenPayment } from '../commands/open-payment.ts';
import { type Completion, recoverPayment } from '../commands/pay-by-machine.ts';
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

/**
 * Asks what became of a payment that was left open, and writes down what it paid for; needs nobody to be signed in (rule J3).
 * Gives the order that it completed; null = none.
 */
export const recoverOpenPayment = async (till: Till): Promise<string | null> => {
  const payment = await openPayment(till.store);
  const seller = payment && sellerOf(till, payment);
  if (!payment || !seller) return null;
  const ended = await recoverPayment(till.store, { ...seller, approvedBy: null }, payment, {
    driver: till.driver,
    complete: completionOf(till, seller, payment),
  });
  return ended.ok ? payment.orderId : null;
};

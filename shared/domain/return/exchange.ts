import { add, type Currency, type Minor, minor, subtract, ZERO } from '#shared/kernel/money.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import type { Order } from '../order/schema.ts';
import type { Payment, Refund } from '../payment/schema.ts';
import type { Offer, PaymentProblem } from '../payment/settle.ts';
import { restoredBy } from '../points/of-order.ts';
import { priceBasket } from '../pricing/price-basket.ts';
import { type CompleteSale, decideSale } from '../sale/decide.ts';
import type { SaleProblem } from '../sale/problems.ts';
import type { Sale } from '../sale/schema.ts';
import { type CompleteReturn, decideReturn, type RefundOffer, returnLines } from './decide.ts';
import type { ReturnProblem } from './problems.ts';
import { type RefundPart, refundCaps, refundLeft, spreadRefunds } from './refunds.ts';
import type { Return, ReturnLine } from './schema.ts';

export type CompleteExchange = {
  readonly returned: Omit<CompleteReturn, 'refunds' | 'cashIncrement' | 'at'>;
  readonly sold: Omit<CompleteSale, 'offers' | 'paid' | 'currency' | 'cashIncrement' | 'at'>;
  /** What the customer pays where the new goods cost more. */
  readonly offers: readonly Offer[];
  /** What the customer gets where they cost less. */
  readonly refunds: readonly RefundOffer[];
  readonly cashIncrement: number;
  readonly at: string;
};

export type Exchange = {
  readonly currency: Currency;
  readonly returned: Return;
  readonly sold: Sale;
  /** What paid itself: a refund and a payment of one tender and amount, for which no money moves. */
  readonly setOff: { readonly refundId: string; readonly paymentId: string }[];
};

/** What an exchange comes to, before money moves. */
export type ExchangeBalance = {
  /** By tender, what of the goods that came back pays for the others. */
  readonly setOff: readonly RefundPart[];
  /** Still to be paid, unrounded. */
  readonly due: Minor;
  /** Still to be given back, by tender. */
  readonly refunds: readonly RefundPart[];
};

/**
 * The goods that come back pay for the others in the tenders they were paid with, those of machines first, so that what
 * is left over is given back in cash where it can be.
 */
export const balanceExchange = (
  order: Order,
  returned: Minor,
  sold: Minor,
  cashIncrement: number,
): ExchangeBalance => {
  const caps = refundCaps(order);
  const left = minor(Math.min(returned, refundLeft(order)));
  const setOff = spreadRefunds(caps, minor(Math.min(left, sold)), 1);
  const paid = add(...setOff.map(({ amount }) => amount));
  const rest = caps.map(({ tender, amount }) => {
    const used = setOff.find((part) => part.tender === tender)?.amount ?? ZERO;
    return { tender, amount: subtract(amount, used) };
  });
  const due = subtract(sold, paid);
  const refunds = due > 0 ? [] : spreadRefunds(rest, subtract(left, paid), cashIncrement);
  return { setOff, due, refunds };
};

/** One tender and amount, once as a refund and once as a payment. */
const setOffPair = (
  { returned: { order, returnId }, sold: { orderId }, at }: CompleteExchange,
  { tender, amount }: RefundPart,
  index: number,
): { readonly refund: Refund; readonly payment: Payment } => {
  // The provider or machine that took it first is still the one that can give it back.
  const reference = order.payments.find((one) => one.tender === tender)?.reference ?? null;
  const both = { tender, amount, reference, at };
  return {
    refund: { ...both, id: `${returnId}-off${index + 1}`, state: 'refunded' },
    payment: { ...both, id: `${orderId}-off${index + 1}`, tendered: amount, change: ZERO },
  };
};

const sumOf = (lines: readonly ReturnLine[]): Minor => add(...lines.map(({ total }) => total));

/** The receipt says what the customer has once both documents count. */
const withPointsBack = (sold: Sale, { points: back }: Return): Sale => {
  const { points } = sold;
  if (!points?.known || !back) return sold;
  const balance = points.known.balance - back.takenBack + back.restored;
  return { ...sold, points: { ...points, known: { ...points.known, balance } } };
};

/** Goods come back and others are taken instead: two whole documents, and their difference in money (rule R8). */
export const decideExchange = (
  command: CompleteExchange,
): Result<Exchange, ReturnProblem | SaleProblem | PaymentProblem> => {
  const { cashIncrement, at, offers } = command;
  const { order, requests } = command.returned;
  const { currency } = order;
  const lines = returnLines(order, requests);
  if (!lines.ok) return lines;
  const { basket, promotions, pricedAt } = command.sold;
  const { total } = priceBasket(basket, promotions, pricedAt).totals;
  const { setOff } = balanceExchange(order, sumOf(lines.value), total, cashIncrement);
  const pairs = setOff.map((part, index) => setOffPair(command, part, index));
  const paid = pairs.map(({ payment }) => payment);
  const byPoints = add(
    ...setOff.filter(({ tender }) => tender === 'points').map(({ amount }) => amount),
  );
  const { points } = command.sold;
  const sold = decideSale({
    ...command.sold,
    ...(points && { points: { ...points, paid: restoredBy(order, byPoints) } }),
    currency,
    paid,
    offers,
    cashIncrement,
    at,
  });
  if (!sold.ok) return sold;
  const back = pairs.map(({ refund }) => refund);
  const returned = decideReturn({
    ...command.returned,
    refunds: [...back, ...command.refunds],
    cashIncrement,
    at,
  });
  if (!returned.ok) return returned;
  const isSetOff = new Map(back.map((refund) => [refund.id, refund]));
  return ok({
    currency,
    returned: {
      ...returned.value,
      // Nobody is asked for what did not move.
      refunds: returned.value.refunds.map((refund) => isSetOff.get(refund.id) ?? refund),
    },
    sold: withPointsBack(sold.value, returned.value),
    setOff: pairs.map(({ refund, payment }) => ({ refundId: refund.id, paymentId: payment.id })),
  });
};

import { add, type Minor, minor, subtract } from '#shared/kernel/money.ts';
import { addQuantity, NONE, type Quantity } from '#shared/kernel/quantity.ts';
import type { Tender } from '../payment/schema.ts';
import type { Order } from './schema.ts';

export const PAYMENT_STATES = [
  'unpaid',
  'partially_paid',
  'paid',
  'partially_refunded',
  'refunded',
] as const;
export type PaymentState = (typeof PAYMENT_STATES)[number];

/** Everything paid, refunds not taken off. */
export const paidOf = (order: Order): Minor => add(...order.payments.map(({ amount }) => amount));

export const refundedOf = (order: Order): Minor =>
  add(...order.refunds.map(({ amount }) => amount));

/** What the customer owes in all, rounding of cash included. */
export const owedOf = (order: Order): Minor => add(order.totals.total, order.totals.rounding);

export const dueOf = (order: Order): Minor =>
  minor(Math.max(0, subtract(owedOf(order), paidOf(order))));

/** What one tender paid and has not given back. */
export const paidBy = (order: Order, tender: Tender): Minor =>
  subtract(
    add(...order.payments.filter((p) => p.tender === tender).map(({ amount }) => amount)),
    add(...order.refunds.filter((r) => r.tender === tender).map(({ amount }) => amount)),
  );

type LinePart = { readonly lineId: string; readonly quantity: Quantity };

const sumByLine = (
  acts: readonly { readonly lines: readonly LinePart[] }[],
): ReadonlyMap<string, Quantity> => {
  const sums = new Map<string, Quantity>();
  for (const { lineId, quantity: count } of acts.flatMap(({ lines }) => lines))
    sums.set(lineId, addQuantity(sums.get(lineId) ?? NONE, count));
  return sums;
};

/** How much of each line has come back, in thousandths, by line id. */
export const returnedByLine = (order: Order): ReadonlyMap<string, Quantity> =>
  sumByLine(order.returns);

/** How much of each line was handed over, in thousandths, by line id; more than was ordered if it happened twice. */
export const handedOverByLine = (order: Order): ReadonlyMap<string, Quantity> =>
  sumByLine(order.pickup?.handOvers ?? []);

export const returnedOf = (order: Order, lineId: string): Quantity =>
  returnedByLine(order).get(lineId) ?? NONE;

export const handedOverOf = (order: Order, lineId: string): Quantity =>
  handedOverByLine(order).get(lineId) ?? NONE;

export const paymentStateOf = (order: Order): PaymentState => {
  const paid = paidOf(order);
  const refunded = refundedOf(order);
  if (refunded > 0) return refunded >= paid ? 'refunded' : 'partially_refunded';
  if (paid >= owedOf(order)) return 'paid';
  return paid > 0 ? 'partially_paid' : 'unpaid';
};

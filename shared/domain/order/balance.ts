import { add, type Minor, minor, subtract, ZERO } from '#shared/kernel/money.ts';
import { NONE, type Quantity } from '#shared/kernel/quantity.ts';
import type { Refund, Tender } from '../payment/schema.ts';
import type { PricedLine } from '../pricing/schema.ts';
import { shareOf } from '../pricing/share-of.ts';
import { handedOverNow } from './rests-of.ts';
import { returnedNow } from './returned-now.ts';
import type { Order } from './schema.ts';
import { sumByLine } from './sum-by-line.ts';

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

/** Everything given back or promised to be. */
export const refundedOf = (order: Order): Minor =>
  add(...order.refunds.map(({ amount }) => amount));

/** What one tender paid and has not given back. */
export const paidBy = (order: Order, tender: Tender): Minor =>
  subtract(
    add(...order.payments.filter((p) => p.tender === tender).map(({ amount }) => amount)),
    add(...order.refunds.filter((r) => r.tender === tender).map(({ amount }) => amount)),
  );

/** How much of each line has come back, in thousandths, by line id. */
export const returnedByLine = (order: Order): ReadonlyMap<string, Quantity> =>
  sumByLine(returnedNow(order));

/** How much of each line was handed over, in thousandths, by line id; more than was ordered if it happened twice. */
export const handedOverByLine = (order: Order): ReadonlyMap<string, Quantity> =>
  sumByLine(handedOverNow(order, order.pickup?.handOvers ?? []));

export const returnedOf = (order: Order, lineId: string): Quantity =>
  returnedByLine(order).get(lineId) ?? NONE;

export const handedOverOf = (order: Order, lineId: string): Quantity =>
  handedOverByLine(order).get(lineId) ?? NONE;

/** Every line the order ever had. */
export const allLinesOf = ({ lines, formerLines }: Order): PricedLine[] => [
  ...lines,
  ...formerLines,
];

/** Nobody cancelled it, and it did not come to nothing. */
export const isKept = ({ canceledAt, pickup }: Order): boolean =>
  canceledAt === null && (pickup === null || pickup.failedAt === null);

/** What of these lines left the store costs; a line that left twice costs once. */
const handedOverValue = (order: Order, lines: readonly PricedLine[]): Minor => {
  const handedOver = handedOverByLine(order);
  return add(
    ...lines.map(({ id, quantity, total }) =>
      shareOf(total, quantity, 0, Math.min(handedOver.get(id) ?? 0, quantity)),
    ),
  );
};

/** What of an order left the store, at its prices. */
export const collectedValueOf = (order: Order): Minor => handedOverValue(order, allLinesOf(order));

/**
 * What the customer owes in all, rounding of cash included: the lines in force, or of an order that was given up what
 * left all the same; and what left of lines that were removed.
 */
export const owedOf = (order: Order): Minor => {
  const { totals, pickup, lines, formerLines } = order;
  if (pickup === null) return add(totals.total, totals.rounding);
  const inForce = isKept(order) ? totals.total : handedOverValue(order, lines);
  return add(inForce, handedOverValue(order, formerLines), totals.rounding);
};

/** What returns took back of what was owed. */
const takenBackOf = (order: Order): Minor =>
  add(...order.returns.flatMap(({ total, rounding }) => [total, rounding]));

/** Money that the store holds and is not owed: more than zero is the customer's, less is still due. */
const balanceOf = (order: Order): Minor =>
  subtract(subtract(paidOf(order), refundedOf(order)), subtract(owedOf(order), takenBackOf(order)));

export const dueOf = (order: Order): Minor => minor(Math.max(0, 0 - balanceOf(order)));

/** What the customer is to get back and nobody promised yet: never more than is held of the customer's money. */
export const refundDueOf = (order: Order): Minor =>
  minor(Math.max(0, Math.min(balanceOf(order), subtract(paidOf(order), refundedOf(order)))));

/** Whether money came in at a counter: who gives back what, and by which way, is for a person to say. */
export const hasCounterMoney = ({ payments }: Order): boolean =>
  payments.some(({ tender }) => tender !== 'online');

/** What of it the channel's payment provider gives back without being told by a person (rule R16). */
export const onlineRefundDueOf = (order: Order): Minor =>
  hasCounterMoney(order)
    ? ZERO
    : minor(Math.max(0, Math.min(refundDueOf(order), paidBy(order, 'online'))));

/** Refunds that the provider is asked for, as long as it holds the money: never more than it took (rule R14). */
export const onlineRefundsAsked = (order: Order): Refund[] => {
  const online = order.refunds.filter(({ tender }) => tender === 'online');
  const given = online.filter(({ state }) => state !== 'pending');
  let held = order.payments
    .filter(({ tender }) => tender === 'online')
    .reduce((sum, { amount }) => sum + amount, 0);
  for (const { amount } of given) held -= amount;
  return online.filter(({ state, amount }) => {
    if (state !== 'pending' || amount > held) return false;
    held -= amount;
    return true;
  });
};

/** Value of the goods that the customer has and has not paid. */
export const unpaidGoodsOf = (order: Order): Minor => {
  if (order.pickup === null) return dueOf(order);
  const taken = add(collectedValueOf(order), order.totals.rounding);
  const kept = Math.max(0, taken - takenBackOf(order));
  const unpaid = kept - (paidOf(order) - refundedOf(order));
  return minor(Math.max(0, Math.min(kept, unpaid)));
};

export const paymentStateOf = (order: Order): PaymentState => {
  const paid = paidOf(order);
  const refunded = refundedOf(order);
  if (refunded > 0) return refunded >= paid ? 'refunded' : 'partially_refunded';
  if (paid >= owedOf(order)) return 'paid';
  return paid > 0 ? 'partially_paid' : 'unpaid';
};

import { add, type Minor, minor, roundTo, subtract, ZERO } from '#shared/kernel/money.ts';
import { paidBy } from '../order/balance.ts';
import type { Order } from '../order/schema.ts';
import type { Tender } from '../payment/schema.ts';

/** So much of what is given back, by one tender. */
export type RefundPart = { readonly tender: Tender; readonly amount: Minor };

/** What a tender may still get back of an order (rule R14). */
export const refundCap = (order: Order, tender: Tender): Minor =>
  minor(Math.max(0, paidBy(order, tender)));

/** Cash is given back in coins that there are (rule R1), and never more than was paid. */
const inCoins = (amount: Minor, cap: Minor, increment: number): Minor =>
  minor(Math.min(roundTo(amount, increment), cap));

/**
 * How `total` goes back to the tenders that paid, each up to what it paid (rule R14): those of machines and providers
 * first, cash last and in coins. What nobody paid is left out: a person decides.
 */
export const proposeRefunds = (order: Order, total: Minor, cashIncrement: number): RefundPart[] => {
  const tenders = [...new Set(order.payments.map(({ tender }) => tender))].toSorted(
    (left, right) => Number(left === 'cash') - Number(right === 'cash'),
  );
  let left = total;
  const parts: RefundPart[] = [];
  for (const tender of tenders) {
    const cap = refundCap(order, tender);
    const amount =
      tender === 'cash' ? inCoins(left, cap, cashIncrement) : minor(Math.min(left, cap));
    if (amount > 0) parts.push({ tender, amount });
    left = tender === 'cash' ? ZERO : subtract(left, amount);
  }
  return parts;
};

/** What rounding of cash adds to the total; null = the refunds are not what the total is. */
export const refundRounding = (
  total: Minor,
  refunds: readonly RefundPart[],
  cashIncrement: number,
): Minor | null => {
  const rounding = subtract(add(...refunds.map(({ amount }) => amount)), total);
  const isCash = refunds.some(({ tender }) => tender === 'cash');
  // Cash that rounds to nothing is not given at all.
  const mayRound = isCash || refunds.length === 0;
  const limit = mayRound ? cashIncrement : 1;
  return Math.abs(rounding) < limit ? rounding : null;
};

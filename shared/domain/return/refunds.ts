import { add, type Minor, minor, roundTo, subtract, ZERO } from '#shared/kernel/money.ts';
import { paidBy, paidOf, refundedOf } from '../order/balance.ts';
import type { Order } from '../order/schema.ts';
import { isForProducts, isStoredValue, type Tender } from '../payment/schema.ts';
import { giftCardTotal } from '../pricing/gift-card.ts';
import type { Return } from './schema.ts';

/** So much of what is given back, by one tender. */
export type RefundPart = { readonly tender: Tender; readonly amount: Minor };

/** What may be given in place of the tenders that paid. */
export type InsteadTender = 'cash' | 'gift_card' | 'store_credit';

/** Stands in for any tender, if the customer agrees (rule R14). */
export const STORED_VALUES = [
  'store_credit',
  'gift_card',
] as const satisfies readonly InsteadTender[];

/** The code of the gift card or store credit that paid last: what goes back to it goes back there; null = none did. */
export const paidUnder = ({ payments }: Order, tender: Tender): string | null =>
  isStoredValue(tender)
    ? (payments.findLast((payment) => payment.tender === tender)?.reference ?? null)
    : null;

/** What may still be given back of an order in all, whatever the tender; what was put on gift cards stays on them. */
export const refundLeft = (order: Order): Minor =>
  minor(Math.max(0, paidOf(order) - refundedOf(order) - giftCardTotal(order.lines)));

/**
 * The tenders that paid with what each may still get: machines and providers first, cash last. What was put on gift cards
 * was money, which does not come back for goods that points or another card paid (rules R13, R14): cash first paid it.
 */
export const refundCaps = (order: Order): RefundPart[] => {
  const tenders = [...new Set(order.payments.map(({ tender }) => tender))].toSorted(
    (left, right) => Number(left === 'cash') - Number(right === 'cash'),
  );
  let onCards = giftCardTotal(order.lines);
  return tenders
    .toReversed()
    .map((tender): RefundPart => {
      const paid = minor(Math.max(0, paidBy(order, tender)));
      const stays = isForProducts(tender) ? ZERO : minor(Math.min(paid, onCards));
      onCards = subtract(onCards, stays);
      return { tender, amount: subtract(paid, stays) };
    })
    .toReversed();
};

/** What a tender may still get back of an order (rule R14). */
export const refundCap = (order: Order, tender: Tender): Minor =>
  refundCaps(order).find((cap) => cap.tender === tender)?.amount ?? ZERO;

/** Cash is given back in coins that there are (rule R1), and never more than was paid. */
const inCoins = (amount: Minor, cap: Minor, increment: number): Minor => {
  const rounded = roundTo(amount, increment);
  return rounded <= cap ? rounded : minor(cap - (cap % increment));
};

/** Spreads `total` over tenders, each up to its cap; what none of them may get is left out. */
export const spreadRefunds = (
  caps: readonly RefundPart[],
  total: Minor,
  cashIncrement: number,
): RefundPart[] => {
  let left = total;
  const parts: RefundPart[] = [];
  for (const { tender, amount: cap } of caps) {
    const amount =
      tender === 'cash' ? inCoins(left, cap, cashIncrement) : minor(Math.min(left, cap));
    if (amount > 0) parts.push({ tender, amount });
    left = tender === 'cash' ? ZERO : subtract(left, amount);
  }
  return parts;
};

/**
 * How `total` goes back to the tenders that paid, each up to what it paid (rule R14): those of machines and providers
 * first, cash last and in coins. What nobody paid is left out: a person decides.
 */
export const proposeRefunds = (order: Order, total: Minor, cashIncrement: number): RefundPart[] =>
  spreadRefunds(refundCaps(order), minor(Math.min(total, refundLeft(order))), cashIncrement);

/**
 * How `total` goes back in one tender that need not have paid; the policy says whether it may (rule R14). What points paid
 * goes back to them all the same (rule R12): they were no money.
 */
export const refundInstead = (
  order: Order,
  total: Minor,
  tender: InsteadTender,
  cashIncrement: number,
): RefundPart[] => {
  const byPoints = refundCap(order, 'points');
  const caps: RefundPart[] = [
    { tender: 'points', amount: byPoints },
    { tender, amount: minor(Math.max(0, subtract(refundLeft(order), byPoints))) },
  ];
  return spreadRefunds(caps, total, cashIncrement);
};

/**
 * What rounding of cash adds to the total; null = the refunds are not what the total is. `inCash`: so much of it may be owed
 * in cash.
 */
export const refundRounding = (
  total: Minor,
  refunds: readonly RefundPart[],
  cashIncrement: number,
  inCash: Minor,
): Minor | null => {
  const rounding = subtract(add(...refunds.map(({ amount }) => amount)), total);
  const isCash = refunds.some(({ tender }) => tender === 'cash');
  // Cash that rounds to nothing is not given at all.
  const left = subtract(ZERO, rounding);
  const isNothing = left >= 0 && left <= inCash && roundTo(left, cashIncrement) === 0;
  const mayRound = isCash || refunds.length === 0 || isNothing;
  const limit = mayRound ? cashIncrement : 1;
  return Math.abs(rounding) < limit ? rounding : null;
};

/**
 * How goods that come back are settled: `rounding` of what is given back in cash, and what of their worth is `kept`,
 * because the customer has it already or never paid it. null = the refunds are neither their worth nor all that is left.
 */
export const settleReturn = (
  order: Order,
  total: Minor,
  refunds: readonly RefundPart[],
  cashIncrement: number,
): { readonly rounding: Minor; readonly kept: Minor } | null => {
  const inCash = refundCap(order, 'cash');
  const rounding = refundRounding(total, refunds, cashIncrement, inCash);
  if (rounding !== null) return { rounding, kept: ZERO };
  const left = refundLeft(order);
  const ofLeft = left < total ? refundRounding(left, refunds, cashIncrement, inCash) : null;
  if (ofLeft === null) return null;
  const unpaid = subtract(total, left);
  // What cash was rounded down by at the sale is rounding here too: nobody kept it, and nobody is owed it.
  const isRounding = unpaid <= 0 - order.totals.rounding;
  return isRounding
    ? { rounding: subtract(ofLeft, unpaid), kept: ZERO }
    : { rounding: ofLeft, kept: unpaid };
};

/** What of a return's worth was not given back, as its own amounts say it. */
export const keptOf = ({
  total,
  rounding,
  refunds,
}: Pick<Return, 'total' | 'rounding' | 'refunds'>): Minor =>
  subtract(add(total, rounding), add(...refunds.map(({ amount }) => amount)));

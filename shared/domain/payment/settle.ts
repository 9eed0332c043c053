import { add, type Minor, minor, roundTo, subtract, ZERO } from '#shared/kernel/money.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import type { Payment, Tender } from './schema.ts';

/** Money offered for a basket: cash may be more than what is due, anything else may not. */
export type Offer = {
  readonly id: string;
  readonly tender: Tender;
  readonly tendered: Minor;
  readonly reference: string | null;
};

export type PaymentProblem =
  | { readonly type: 'tender_short'; readonly missing: Minor }
  | { readonly type: 'change_only_from_cash'; readonly over: Minor };

export type Settlement = { readonly payments: Payment[]; readonly rounding: Minor };

/**
 * Cash due once every other tender has paid its part: the rest, rounded to the smallest coin (rule R1), never
 * rounded to nothing.
 */
export const cashDue = (total: Minor, otherTenders: Minor, increment: number): Minor =>
  minor(Math.max(0, roundTo(subtract(total, otherTenders), increment)));

/**
 * Splits offers into payments and change so that Σ tendered − change = total + rounding (rule R2).
 * Several cash offers count as one drawer; the change comes out of the last of them.
 */
export const settle = (
  total: Minor,
  offers: readonly Offer[],
  cashIncrement: number,
  at: string,
): Result<Settlement, PaymentProblem> => {
  const other = add(...offers.filter(({ tender }) => tender !== 'cash').map((o) => o.tendered));
  if (other > total) return fail({ type: 'change_only_from_cash', over: subtract(other, total) });
  const cashOffers = offers.filter(({ tender }) => tender === 'cash');
  const due = cashOffers.length > 0 ? cashDue(total, other, cashIncrement) : subtract(total, other);
  const cash = add(...cashOffers.map((offer) => offer.tendered));
  if (cash < due) return fail({ type: 'tender_short', missing: subtract(due, cash) });
  const lastCash = cashOffers.at(-1);
  const change = subtract(cash, due);
  if (lastCash && change > lastCash.tendered)
    return fail({ type: 'change_only_from_cash', over: subtract(change, lastCash.tendered) });
  const payments = offers.map((offer): Payment => {
    const back = offer === lastCash ? change : ZERO;
    return { ...offer, amount: subtract(offer.tendered, back), change: back, at };
  });
  return ok({ payments, rounding: subtract(add(other, due), total) });
};

/** Whether a rounding that arrived is one that cash can need (rule R1): without cash there is none. Minor units. */
export const isRoundingOf = (
  payments: readonly Pick<Payment, 'tender'>[],
  rounding: Minor,
  cashIncrement: number,
): boolean =>
  Math.abs(rounding) < (payments.some(({ tender }) => tender === 'cash') ? cashIncrement : 1);

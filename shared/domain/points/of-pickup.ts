import { add, type Minor, minor, subtract } from '#shared/kernel/money.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { collectedValueOf } from '../order/balance.ts';
import type { Order } from '../order/schema.ts';
import type { Offer } from '../payment/settle.ts';
import { earnedOn } from './earn.ts';
import { pointsOf, pointsValueBack, pointsValueOf } from './of-order.ts';
import type { KnownPoints, PickupPoints, PointsRule } from './schema.ts';

/** By what a web order earns and spends points. */
export type PickupTerms = {
  readonly customerId: string;
  readonly rule: PointsRule;
  /** What the customer has before it, as far as the till knows. */
  readonly known: KnownPoints | null;
};

export type PointsNotTaken = { readonly type: 'points_not_taken' };

/**
 * How many points are offered. They pay a web order like money, also where the chain's settings make them a discount: its
 * prices and taxes were told to the customer when it was placed, and stay (rules R10, R13).
 */
export const pointsOffered = (
  offers: readonly Offer[],
  terms: PickupTerms | null,
): Result<number, PointsNotTaken> => {
  const asked = add(
    ...offers.filter(({ tender }) => tender === 'points').map(({ tendered }) => tendered),
  );
  if (asked === 0) return ok(0);
  if (terms === null || asked % terms.rule.worth !== 0) return fail({ type: 'points_not_taken' });
  return ok(asked / terms.rule.worth);
};

/** What the customer has collected, did not bring back and did not pay for with points that are still spent. */
const keptInMoney = (order: Order): Minor => {
  const back = add(...order.returns.map(({ total }) => total));
  const kept = subtract(collectedValueOf(order), back);
  return minor(Math.max(0, subtract(kept, subtract(pointsValueOf(order), pointsValueBack(order)))));
};

/** Earned on so much, and never more than what the customer keeps by now earns in all. */
const earnedOf = (rule: PointsRule, before: Order, after: Order, now: Minor): number => {
  const { earned, takenBack } = pointsOf(before);
  const left = earnedOn(rule, keptInMoney(after)) - (earned - takenBack);
  return Math.max(0, Math.min(earnedOn(rule, now), left));
};

/**
 * What goods that leave earn: by what they are sold for, not by what points paid of the order, whenever that was, so that
 * points paid late are not earned on after all. Points that came back, with goods or with pieces that were taken off, pay
 * nothing any more. `after`: the order with them.
 */
export const earnedByHandOver = (rule: PointsRule, before: Order, after: Order): number =>
  earnedOf(rule, before, after, subtract(collectedValueOf(after), collectedValueOf(before)));

/**
 * What goods that left before earn when others are taken off: points that come back with these may have been what those were
 * paid with, and money pays for them now. `after`: the order with it.
 */
export const earnedByAmendment = (rule: PointsRule, before: Order, after: Order): number =>
  earnedOf(rule, before, after, subtract(keptInMoney(after), keptInMoney(before)));

/** What the customer is told of their points. */
export const pickupPoints = (
  { customerId, known }: PickupTerms,
  moved: Pick<PickupPoints, 'earned' | 'spent'>,
): PickupPoints => ({
  customerId,
  ...moved,
  known: known && { ...known, balance: known.balance + moved.earned - moved.spent },
});

import { isWithinHours } from './in-force.ts';
import { localClock } from './local-clock.ts';
import type { BasketOffer, Goods, HappyHours, Promotion } from './promotion.ts';

/** Why a promotion contradicts itself; `at` is a JSON pointer into it. */
export type PromotionProblem = {
  readonly type:
    | 'ends_before_start'
    | 'no_goods'
    | 'goods_all_excepted'
    | 'never_in_hours'
    | 'takes_nothing'
    | 'set_on_top'
    | 'set_too_small'
    | 'steps_not_rising'
    | 'takes_more_than_bought'
    | 'once_without_code';
  readonly at: string;
};

type Found = PromotionProblem | null;

const MINUTE = 60_000;
const DAY = 1440;
const WEEK = 7 * DAY;

const goodsProblem = (goods: Goods, at: string): Found => {
  const { all, skus, categoryIds, exceptSkus, exceptCategoryIds } = goods;
  if (all) return null;
  if (skus.length + categoryIds.length === 0) return { type: 'no_goods', at };
  const left =
    skus.some((sku) => !exceptSkus.includes(sku)) ||
    categoryIds.some((id) => !exceptCategoryIds.includes(id));
  return left ? null : { type: 'goods_all_excepted', at };
};

/** Whether a minute of the period is within the hours; of a longer one a week says it. */
const isEverWithin = (
  hours: HappyHours,
  { startsAt, endsAt }: Promotion,
  timeZone: string,
): boolean => {
  const first = localClock(timeZone, startsAt);
  const minutes = Math.min(WEEK, Math.ceil((Date.parse(endsAt) - Date.parse(startsAt)) / MINUTE));
  const from = (first.weekday - 1) * DAY + first.minute;
  for (let passed = 0; passed < minutes; passed += 1) {
    const now = (from + passed) % WEEK;
    const clock = { weekday: Math.floor(now / DAY) + 1, minute: now % DAY };
    if (isWithinHours(hours, clock)) return true;
  }
  return false;
};

const stepsProblem = ({ steps }: BasketOffer): Found => {
  for (const [index, { minimum, off }] of steps.entries()) {
    const at = `/offer/steps/${index}`;
    const before = steps[index - 1];
    if (before && before.minimum >= minimum) return { type: 'steps_not_rising', at };
    if (off.type === 'amount' && off.amount === 0) return { type: 'takes_nothing', at };
    if (off.type === 'amount' && off.amount > minimum)
      return { type: 'takes_more_than_bought', at };
  }
  return null;
};

const offerProblem = ({ offer, stacking }: Promotion): Found => {
  if (offer.type === 'bundle') {
    const pieces = offer.parts.reduce((sum, { count }) => sum + count, 0);
    if (pieces < 2) return { type: 'set_too_small', at: '/offer/parts' };
    for (const [index, { goods }] of offer.parts.entries()) {
      const problem = goodsProblem(goods, `/offer/parts/${index}/goods`);
      if (problem) return problem;
    }
  } else {
    const problem = goodsProblem(offer.goods, '/offer/goods');
    if (problem) return problem;
  }
  if (stacking === 'on_top' && (offer.type === 'bundle' || offer.type === 'buy_get'))
    return { type: 'set_on_top', at: '/stacking' };
  if (offer.type === 'amount' && offer.amount === 0)
    return { type: 'takes_nothing', at: '/offer/amount' };
  return offer.type === 'basket' ? stepsProblem(offer) : null;
};

/** What of a promotion contradicts itself, so that it could never do what it says; null = nothing. */
export const checkPromotion = (promotion: Promotion, timeZone: string): Found => {
  const { startsAt, endsAt, hours } = promotion;
  if (endsAt <= startsAt) return { type: 'ends_before_start', at: '/endsAt' };
  if (hours !== null && !isEverWithin(hours, promotion, timeZone))
    return { type: 'never_in_hours', at: '/hours' };
  if (promotion.oncePerCustomer === true && promotion.code === null)
    return { type: 'once_without_code', at: '/oncePerCustomer' };
  return offerProblem(promotion);
};

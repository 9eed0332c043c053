import { expect, test } from 'vitest';
import { minor } from '#shared/kernel/money.ts';
import { goods, promotion } from '../baskets.fixture.ts';
import { checkPromotion } from './check-promotion.ts';
import type { Promotion } from './promotion.ts';

const ALMATY = 'Asia/Almaty';
const all = goods({ all: true });

const steps = (...pairs: readonly (readonly [number, number])[]): Promotion['offer'] => ({
  type: 'basket',
  goods: all,
  onPromoted: true,
  steps: pairs.map(([minimum, amount]) => ({
    minimum: minor(minimum),
    off: { type: 'amount', amount: minor(amount) },
  })),
});

const percent = (named: Parameters<typeof goods>[0]): Promotion['offer'] => ({
  type: 'percent',
  goods: goods(named),
  rate: 1000,
});

test.each<[string, Partial<Promotion>, string, string]>([
  ['ends before it begins', { endsAt: '2025-01-01T00:00:00.000Z' }, 'ends_before_start', '/endsAt'],
  ['is for no goods', { offer: percent({}) }, 'no_goods', '/offer/goods'],
  [
    'excepts all that it names',
    { offer: percent({ skus: ['TEA'], exceptSkus: ['TEA'] }) },
    'goods_all_excepted',
    '/offer/goods',
  ],
  ['has hours on no day', { hours: { days: [], from: 0, to: 60 } }, 'never_in_hours', '/hours'],
  [
    'has hours on a day that it does not last to',
    { endsAt: '2026-01-03T00:00:00.000Z', hours: { days: [1], from: 0, to: 1440 } },
    'never_in_hours',
    '/hours',
  ],
  [
    'each customer has once without saying anything',
    { oncePerCustomer: true },
    'once_without_code',
    '/oncePerCustomer',
  ],
  [
    'takes nothing',
    { offer: { type: 'amount', goods: all, amount: minor(0) } },
    'takes_nothing',
    '/offer/amount',
  ],
  [
    'puts a set on top of others',
    { stacking: 'on_top', offer: { type: 'buy_get', goods: all, buy: 2, get: 1, rate: 10_000 } },
    'set_on_top',
    '/stacking',
  ],
  [
    'is a set of one piece',
    { offer: { type: 'bundle', parts: [{ goods: all, count: 1 }], price: minor(5) } },
    'set_too_small',
    '/offer/parts',
  ],
  [
    'has steps that do not rise',
    { offer: steps([2000, 1], [1000, 2]) },
    'steps_not_rising',
    '/offer/steps/1',
  ],
  [
    'takes more than must be bought',
    { offer: steps([100, 101]) },
    'takes_more_than_bought',
    '/offer/steps/0',
  ],
])('a promotion that %s is named with the place', (_, change, type, at) => {
  expect(checkPromotion(promotion(change), ALMATY)).toEqual({ type, at });
});

test('one that makes sense is not', () => {
  const night = { days: [5], from: 1320, to: 120 };
  for (const change of [{}, { hours: night }, { offer: steps([1000, 100], [2000, 300]) }])
    expect(checkPromotion(promotion(change), ALMATY)).toBeNull();
});

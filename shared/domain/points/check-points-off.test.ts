import fc from 'fast-check';
import { expect, test } from 'vitest';
import { minor } from '#shared/kernel/money.ts';
import {
  AT,
  anyBasket,
  anyGiftCards,
  anyPromotions,
  basketLine,
  basketOf,
  bookOf,
} from '../baskets.fixture.ts';
import { giftCardLine } from '../pricing/gift-card.ts';
import { priceBasket } from '../pricing/price-basket.ts';
import { checkPointsOff } from './check-points-off.ts';

const lowered = (points: number) =>
  priceBasket(
    { ...basketOf([basketLine(), basketLine({ id: 'b' })]), points: minor(points) },
    bookOf([]),
    AT,
  ).lines;

const BOTH = ['lines/0/discounts/0', 'lines/1/discounts/0'];

const told = (points: number, spent: number, worths: readonly number[] = [100]) =>
  checkPointsOff({ customerId: 'dana', lines: lowered(points), points: { spent } }, worths);

test('R13 points take off what they are worth, and no more', () => {
  expect([told(1000, 10), told(900, 10)]).toEqual([[], []]);
  expect(told(1001, 10)).toEqual(BOTH);
});

test('R13 points that nobody spent take nothing off', () => {
  expect(told(100, 0)).toEqual(BOTH);
  expect(checkPointsOff({ customerId: 'dana', lines: lowered(100) }, [100])).toEqual(BOTH);
  const nobody = { customerId: null, lines: lowered(100), points: { spent: 1 } };
  expect(checkPointsOff(nobody, [100])).toEqual(BOTH);
});

test('R13 a till may hold what a point was worth before; where nobody knows it, spending them has to do', () => {
  expect([told(1000, 10, [20, 100]), told(1000, 10, [100, 20])]).toEqual([[], []]);
  expect(told(1000, 10, [20])).toEqual(BOTH);
  expect(told(1000, 1, [])).toEqual([]);
});

test('R13 points pay for no gift card', () => {
  const [card] = priceBasket(
    basketOf([giftCardLine('card', 'GIFT-1', minor(1000))]),
    bookOf([]),
    AT,
  ).lines;
  const discount = { kind: 'points', promotionId: null, name: null, amount: minor(100) } as const;
  const lines = card ? [{ ...card, discounts: [discount] }] : [];
  const sold = { customerId: 'dana', lines, points: { spent: 1 } };
  expect(checkPointsOff(sold, [100])).toEqual(['lines/0/discounts/0']);
});

test('R13 points that the engine took off any basket are never doubted', () => {
  const points = fc.integer({ min: 1, max: 100_000 });
  fc.assert(
    fc.property(anyBasket, anyGiftCards, anyPromotions, points, (basket, cards, book, spent) => {
      const lines = [...basket.lines, ...cards];
      const priced = priceBasket({ ...basket, lines, points: minor(spent * 7) }, book, AT);
      const sold = { customerId: 'dana', lines: priced.lines, points: { spent } };
      expect(checkPointsOff(sold, [7])).toEqual([]);
    }),
  );
});

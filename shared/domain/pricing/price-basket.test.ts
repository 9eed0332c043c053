import { NO_PROMOTIONS } from './promotion-book.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { add, minor, scale, subtract } from '#shared/kernel/money.ts';
import { quantity, units } from '#shared/kernel/quantity.ts';
import {
  anyBasket,
  anyPromotions,
  AT,
  basketLine,
  basketOf,
  bookOf,
  goods,
  isWhole,
  promotion,
} from '../baskets.fixture.ts';
import { checkPricedLines } from './check-priced-lines.ts';
import { priceBasket } from './price-basket.ts';

const RATES = [0, 500, 1000, 1200, 1600, 2000];

describe('any basket', () => {
  test('adds up: price × quantity − discounts = net, lines = totals', () => {
    fc.assert(
      fc.property(anyBasket, anyPromotions, (basket, promotions) => {
        const { lines, totals } = priceBasket(basket, promotions, AT);
        for (const line of lines) {
          const discount = add(...line.discounts.map(({ amount }) => amount));
          expect(line.net).toBe(subtract(line.gross, discount));
          expect(line.net).toBeGreaterThanOrEqual(0);
          expect(line.total).toBe(basket.taxInclusive ? line.net : add(line.net, line.tax));
        }
        const sum = (key: 'gross' | 'tax' | 'total' | 'net') =>
          add(...lines.map((line) => line[key]));
        expect(totals).toMatchObject({ gross: sum('gross'), tax: sum('tax'), total: sum('total') });
        expect(subtract(totals.gross, totals.discount)).toBe(sum('net'));
      }),
    );
  });

  test('its tax is worked out once per rate, inside the price or on top of it', () => {
    fc.assert(
      fc.property(anyBasket, (basket) => {
        const { lines } = priceBasket(basket, NO_PROMOTIONS, AT);
        for (const rate of RATES) {
          const members = lines.filter(({ taxRate }) => taxRate === rate);
          const net = add(...members.map((line) => line.net));
          const tax = add(...members.map((line) => line.tax));
          expect(tax).toBe(scale(net, rate, basket.taxInclusive ? 10_000 + rate : 10_000));
        }
      }),
    );
  });

  test('holds whole numbers only', () => {
    fc.assert(
      fc.property(anyBasket, anyPromotions, (basket, promotions) => {
        expect(isWhole(priceBasket(basket, promotions, AT))).toBe(true);
      }),
    );
  });

  test('R11 is found right by the check of the server', () => {
    fc.assert(
      fc.property(anyBasket, anyPromotions, (basket, promotions) => {
        const priced = priceBasket(basket, promotions, AT);
        expect(checkPricedLines({ ...priced, taxInclusive: basket.taxInclusive })).toEqual([]);
      }),
    );
  });
});

describe('R11 the check of the server', () => {
  const { lines, totals } = priceBasket(
    basketOf([basketLine(), basketLine({ id: 'b' })]),
    NO_PROMOTIONS,
    AT,
  );
  const [first, second] = lines;
  if (!first || !second) throw new Error('two lines were expected');

  test.each(['gross', 'net', 'tax', 'total'] as const)(
    'R11 finds a %s that is off by one',
    (key) => {
      const wrong = { ...second, [key]: add(second[key], minor(1)) };
      const found = checkPricedLines({ taxInclusive: true, lines: [first, wrong], totals });
      expect(found).toContain(`lines/1/${key}`);
    },
  );

  test.each(['gross', 'discount', 'tax', 'total'] as const)(
    'R11 finds a sum of %s that is off',
    (key) => {
      const wrong = { ...totals, [key]: add(totals[key], minor(1)) };
      expect(checkPricedLines({ taxInclusive: true, lines, totals: wrong })).toEqual([
        `totals/${key}`,
      ]);
    },
  );
});

describe('discounts', () => {
  test('the best promotion comes first, the hand-given discount on what is left', () => {
    const line = basketLine({
      unitPrice: minor(10_000),
      discount: { type: 'percent', rate: 1000 },
    });
    const off = (id: string, rate: number) =>
      promotion({ id, offer: { type: 'percent', goods: goods({ skus: ['TEA'] }), rate } });
    const offers = bookOf([off('small', 500), off('large', 2000)]);
    const [priced] = priceBasket(basketOf([line]), offers, AT).lines;
    expect(priced?.discounts).toEqual([
      { kind: 'promotion', promotionId: 'large', name: { en: 'Off' }, amount: 2000 },
      { kind: 'line', promotionId: null, name: null, amount: 800 },
    ]);
    expect(priced?.net).toBe(7200);
  });

  test.each([
    ['2025-12-31T23:59:59.999Z', 0],
    ['2026-01-01T00:00:00.000Z', 1],
    ['2026-01-31T23:59:59.999Z', 1],
    ['2026-02-01T00:00:00.000Z', 0],
  ])('a promotion holds from its start until before its end: %s', (at, count) => {
    const [priced] = priceBasket(basketOf([basketLine()]), bookOf([promotion()]), at).lines;
    expect(priced?.discounts.length).toBe(count);
  });

  test('the discount of a basket is spread so that the lines add up to it', () => {
    const lines = ['a', 'b', 'c'].map((id) => basketLine({ id, unitPrice: minor(100) }));
    const basket = {
      ...basketOf(lines),
      discount: { type: 'amount' as const, amount: minor(100) },
    };
    const { lines: priced, totals } = priceBasket(basket, NO_PROMOTIONS, AT);
    expect(priced.map(({ net }) => net)).toEqual([66, 67, 67]);
    expect(totals.discount).toBe(100);
  });

  test('no discount takes more than there is', () => {
    const line = basketLine({ discount: { type: 'amount', amount: minor(999_999) } });
    const basket = { ...basketOf([line]), discount: { type: 'percent' as const, rate: 10_000 } };
    expect(priceBasket(basket, NO_PROMOTIONS, AT).totals).toMatchObject({
      total: 0,
      tax: 0,
      discount: 1234,
    });
  });
});

test('goods by weight cost price × weight, a half of a minor unit rounded up', () => {
  const line = basketLine({
    unit: 'kilogram',
    unitPrice: minor(119_000),
    quantity: quantity(1245),
  });
  expect(priceBasket(basketOf([line]), NO_PROMOTIONS, AT).totals.total).toBe(148_155);
});

test('tax on top raises the total, tax inside does not', () => {
  const lines = [basketLine({ unitPrice: minor(10_000), quantity: units(2) })];
  expect(priceBasket(basketOf(lines, true), NO_PROMOTIONS, AT).totals).toMatchObject({
    tax: 3333,
    total: 20_000,
  });
  expect(priceBasket(basketOf(lines, false), NO_PROMOTIONS, AT).totals).toMatchObject({
    tax: 4000,
    total: 24_000,
  });
});

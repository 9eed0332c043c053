import { describe, expect, test } from 'vitest';
import { minor } from '#shared/kernel/money.ts';
import { quantity, units } from '#shared/kernel/quantity.ts';
import { AT, basketLine, basketOf, bookOf, goods, promotion } from '../baskets.fixture.ts';
import type { Buyer } from './in-force.ts';
import type { BasketLine } from './basket.ts';
import { priceBasket } from './price-basket.ts';
import type { Promotion } from './promotion.ts';

const all = goods({ all: true });

const off = (id: string, rate: number, more: Partial<Promotion> = {}): Promotion =>
  promotion({ id, offer: { type: 'percent', goods: all, rate }, ...more });

const lines = (...prices: readonly number[]): BasketLine[] =>
  prices.map((price, index) =>
    basketLine({ id: `${index + 1}`, sku: `P${price}`, unitPrice: minor(price) }),
  );

/** What promotions take off each line, as `id amount`. */
const given = (
  basket: readonly BasketLine[],
  promotions: readonly Promotion[],
  buyer?: Buyer,
  at = AT,
): string[][] =>
  priceBasket(
    { ...basketOf(basket), ...(buyer ? { buyer } : {}) },
    bookOf(promotions),
    at,
  ).lines.map(({ discounts }) =>
    discounts.map(({ promotionId, amount }) => `${promotionId} ${amount}`),
  );

describe('of every kind', () => {
  test('an amount comes off each piece, a fixed price is of each, and neither makes it dearer', () => {
    const amount = promotion({
      id: 'amount',
      offer: { type: 'amount', goods: all, amount: minor(300) },
    });
    expect(given([basketLine({ quantity: units(3), unitPrice: minor(1000) })], [amount])).toEqual([
      ['amount 900'],
    ]);
    expect(given(lines(200), [amount])).toEqual([['amount 200']]);
    const fixed = promotion({
      id: 'fixed',
      offer: { type: 'fixed_price', goods: all, price: minor(800) },
    });
    const cheese = basketLine({
      unit: 'kilogram',
      unitPrice: minor(1000),
      quantity: quantity(1500),
    });
    expect(given([cheese, ...lines(700)], [fixed])).toEqual([['fixed 300'], []]);
  });

  test('of every three pieces the cheapest is free, the dearest together, and it is spread over the three', () => {
    const three = promotion({
      id: 'three',
      offer: { type: 'buy_get', goods: all, buy: 2, get: 1, rate: 10_000 },
    });
    expect(given(lines(900, 600, 300), [three])).toEqual([
      ['three 150'],
      ['three 100'],
      ['three 50'],
    ]);
    expect(given(lines(900, 600), [three])).toEqual([[], []]);
  });

  test('a bundle has one price for all, and what is over costs as ever', () => {
    const bundle = promotion({
      id: 'lunch',
      offer: {
        type: 'bundle',
        parts: [
          { goods: goods({ skus: ['P900'] }), count: 1 },
          { goods: goods({ skus: ['P300'] }), count: 2 },
        ],
        price: minor(1200),
      },
    });
    const [dear, cheap] = lines(900, 300);
    if (!dear || !cheap) throw new Error('two lines were expected');
    expect(given([dear, { ...cheap, quantity: units(3) }], [bundle])).toEqual([
      ['lunch 180'],
      ['lunch 120'],
    ]);
  });

  test('a basket that reaches a step gets what that step gives', () => {
    const basket = promotion({
      id: 'spend',
      offer: {
        type: 'basket',
        goods: all,
        onPromoted: true,
        steps: [
          { minimum: minor(1000), off: { type: 'amount', amount: minor(100) } },
          { minimum: minor(2000), off: { type: 'percent', rate: 1000 } },
        ],
      },
    });
    expect(given(lines(999), [basket])).toEqual([[]]);
    expect(given(lines(1000), [basket])).toEqual([['spend 100']]);
    expect(given(lines(1500, 1000), [basket])).toEqual([['spend 150'], ['spend 100']]);
  });
});

describe('several at once', () => {
  test('a piece has the best one; a higher priority goes first, though it saves less', () => {
    expect(given(lines(1000), [off('a', 1000), off('b', 2000)])).toEqual([['b 200']]);
    expect(given(lines(1000), [off('a', 1000, { priority: 9 }), off('b', 2000)])).toEqual([
      ['a 100'],
    ]);
  });

  test('one on top takes its share of what the others left', () => {
    const top = off('top', 1000, { stacking: 'on_top' });
    expect(given(lines(1000), [top, off('a', 2000)])).toEqual([['a 200', 'top 80']]);
  });

  test('goods that were excepted are left out, and those on offer where they do not count', () => {
    const offer: Promotion['offer'] = {
      type: 'percent',
      goods: goods({ all: true, exceptSkus: ['P500'] }),
      rate: 1000,
    };
    const fresh = promotion({
      id: 'fresh',
      offer: {
        type: 'basket',
        goods: all,
        onPromoted: false,
        steps: [{ minimum: minor(0), off: { type: 'percent', rate: 500 } }],
      },
    });
    expect(given(lines(1000, 500), [promotion({ id: 'a', offer }), fresh])).toEqual([
      ['a 100'],
      ['fresh 25'],
    ]);
  });
});

describe('for whom and when', () => {
  test('only who belongs to the group or says the code', () => {
    const staff = off('staff', 1000, { groupIds: ['staff'] });
    const code = off('code', 2000, { code: 'WELCOME' });
    const buyer = (groupIds: string[], codes: string[]) => ({ groupIds, codes });
    expect(given(lines(1000), [staff, code])).toEqual([[]]);
    expect(given(lines(1000), [staff, code], buyer(['staff'], []))).toEqual([['staff 100']]);
    expect(given(lines(1000), [staff, code], buyer([], ['WELCOME']))).toEqual([['code 200']]);
  });

  test.each([
    ['a minute before eight in the store', '2026-01-02T02:59:59.999Z', []],
    ['at eight', '2026-01-02T03:00:00.000Z', ['happy 100']],
    ['before ten', '2026-01-02T04:59:59.999Z', ['happy 100']],
    ['at ten', '2026-01-02T05:00:00.000Z', []],
    ['the day after', '2026-01-03T03:00:00.000Z', []],
  ])('happy hours are those of the store’s clock: %s', (_, at, expected) => {
    const happy = off('happy', 1000, { hours: { days: [5], from: 480, to: 600 } });
    expect(given(lines(1000), [happy], undefined, at)).toEqual([expected]);
  });
});

test('ten thousand lines and a million pieces are priced', () => {
  const three = promotion({
    offer: { type: 'buy_get', goods: all, buy: 2, get: 1, rate: 10_000 },
  });
  const many = lines(...Array.from({ length: 10_000 }, (_, index) => 100 + index));
  const pallet = basketLine({ id: 'pallet', quantity: units(900_000), unitPrice: minor(90) });
  const { totals } = priceBasket(basketOf([...many, pallet]), bookOf([three]), AT);
  expect(totals.discount).toBeGreaterThan(900_000 * 30);
});

test('R9: what a promotion on top of another takes off the basket is the same, however pieces lie on lines', () => {
  const off = (id: string, skus: string[] | null, minimum: number, amount: number) =>
    promotion({
      id,
      stacking: 'on_top',
      offer: {
        type: 'basket',
        goods: skus === null ? goods({ all: true }) : goods({ skus }),
        onPromoted: true,
        steps: [{ minimum: minor(minimum), off: { type: 'amount', amount: minor(amount) } }],
      },
    });
  const book = bookOf([off('p1', null, 100, 1392), off('p2', ['BUN'], 100, 1278)]);
  const line = (id: string, sku: string, unitPrice: number, count: number) =>
    basketLine({ id, sku, unitPrice: minor(unitPrice), quantity: units(count) });
  const rest = [line('x', 'JAM', 1000, 1), line('y', 'TEA', 2152, 1)];
  const apart = basketOf([line('a', 'BUN', 500, 1), ...rest, line('b', 'BUN', 500, 1)]);
  const together = basketOf([line('a', 'BUN', 500, 2), ...rest]);
  expect(priceBasket(apart, book, AT).totals).toEqual(priceBasket(together, book, AT).totals);
});

test('R9: what is left over of a promotion of the basket falls on the same goods, in whichever order they came', () => {
  const off = promotion({
    offer: {
      type: 'basket',
      goods: goods({ all: true }),
      onPromoted: true,
      steps: [{ minimum: minor(100), off: { type: 'amount', amount: minor(1) } }],
    },
  });
  const two = [0, 2000].map((taxRate) =>
    basketLine({ id: `${taxRate}`, sku: `T${taxRate}`, unitPrice: minor(253), taxRate }),
  );
  const totalOf = (of: typeof two) =>
    priceBasket({ ...basketOf(of), taxInclusive: false }, bookOf([off]), AT).totals;
  expect(totalOf(two.toReversed())).toEqual(totalOf(two));
});

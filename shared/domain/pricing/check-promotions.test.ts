import { expect, test } from 'vitest';
import { type Minor, minor, ZERO } from '#shared/kernel/money.ts';
import { type Quantity, quantity, units } from '#shared/kernel/quantity.ts';
import { AT, basketLine, basketOf, bookOf, goods, promotion } from '../baskets.fixture.ts';
import type { BasketLine } from './basket.ts';
import { checkPromotions, type HeldPromotions } from './check-promotions.ts';
import { giftCardLine } from './gift-card.ts';
import { priceBasket } from './price-basket.ts';
import type { Promotion } from './promotion.ts';
import type { PricedLine } from './schema.ts';

const TEN: Promotion = promotion();

const heldOf = (
  versions: readonly Promotion[],
  change: Partial<HeldPromotions> = {},
): HeldPromotions => ({
  storeId: 'ONE',
  from: AT,
  to: AT,
  promotions: new Map(
    versions.map(({ id }) => [id, versions.filter((promotion_) => promotion_.id === id)]),
  ),
  categories: new Map([
    ['TEA', ['food']],
    ['BUN', ['food', 'bakery']],
  ]),
  ...change,
});

/** Lines from which one promotion took these amounts, whoever worked them out. */
const given = (
  amounts: readonly number[],
  lines: readonly BasketLine[] = [basketLine({ unitPrice: minor(1000) })],
  promotionId: string | null = 'p',
): PricedLine[] =>
  priceBasket(basketOf(lines), bookOf([]), AT).lines.map((line, index) => {
    const amount = minor(amounts[index] ?? 0);
    return {
      ...line,
      discounts: amount === 0 ? [] : [{ kind: 'promotion', promotionId, name: null, amount }],
    };
  });

const isRight = (
  amounts: readonly number[],
  version: Partial<Promotion> = {},
  lines?: readonly BasketLine[],
): boolean =>
  checkPromotions({ lines: given(amounts, lines) }, heldOf([promotion(version)])).length === 0;

const pieces = (count: number, change: Partial<BasketLine> = {}): BasketLine =>
  basketLine({ unitPrice: minor(1000), quantity: units(count), ...change });

const others = (count: number): BasketLine => pieces(count, { id: 'b', sku: 'BUN' });

test('R11 a promotion that the chain never had is told, line by line', () => {
  const lines = given([100, 0, 900], [pieces(1), others(1), pieces(1, { id: 'c' })]);
  const told = ['lines/0/discounts/0', 'lines/2/discounts/0'];
  expect(checkPromotions({ lines }, heldOf([]))).toEqual(told);
  expect(checkPromotions({ lines: given([100], undefined, null) }, heldOf([TEN]))).toEqual([
    'lines/0/discounts/0',
  ]);
});

test('R11 what people and points took off is no promotion', () => {
  const [line] = given([]);
  const discount = { promotionId: null, name: null, amount: minor(999) };
  const discounts = (['line', 'basket', 'points'] as const).map((kind) => ({ ...discount, kind }));
  const lines = line ? [{ ...line, discounts }] : [];
  expect(checkPromotions({ lines }, heldOf([]))).toEqual([]);
});

test.each([
  ['of another store', { storeIds: ['TWO'] }],
  ['of the web alone', { channels: ['web' as const] }],
  [
    'of other goods',
    { offer: { ...TEN.offer, goods: goods({ skus: ['BUN'] }) } as typeof TEN.offer },
  ],
  [
    'of a category that it never was in',
    { offer: { ...TEN.offer, goods: goods({ categoryIds: ['bakery'] }) } as typeof TEN.offer },
  ],
  ['that was over', { endsAt: AT }],
  ['that was yet to come', { startsAt: '2026-01-03T00:00:00.000Z' }],
  ['that was ended before it began', { startsAt: AT, endsAt: AT }],
])('R11 a promotion %s takes nothing off', (_, change) => {
  expect([isRight([100]), isRight([100], change)]).toEqual([true, false]);
});

test('R11 how far the sale may be from its price is for who asks to say', () => {
  const over = heldOf([promotion({ endsAt: '2026-01-01T12:00:00.000Z' })], {
    from: '2026-01-01T00:00:00.000Z',
  });
  const coming = heldOf([promotion({ startsAt: '2026-01-03T00:00:00.000Z' })], {
    to: '2026-01-03T00:00:00.000Z',
  });
  const lines = given([100]);
  expect([over, coming].map((held) => checkPromotions({ lines }, held))).toEqual([[], []]);
});

test('R11 any version of a promotion may have been held; what none of them gives is told', () => {
  const offer = { ...TEN.offer, rate: 5000 } as typeof TEN.offer;
  const versions = [promotion({ offer }), promotion({ endsAt: AT }), TEN];
  const told = [500, 501].map((amount) =>
    checkPromotions({ lines: given([amount]) }, heldOf(versions)),
  );
  expect(told).toEqual([[], ['lines/0/discounts/0']]);
});

test('R11 a category that a product had once is one it may have been sold in', () => {
  const offer = { ...TEN.offer, goods: goods({ categoryIds: ['bakery'] }) } as typeof TEN.offer;
  const lines = [others(1), pieces(1)];
  const told = checkPromotions({ lines: given([100, 100], lines) }, heldOf([promotion({ offer })]));
  expect(told).toEqual(['lines/1/discounts/0']);
});

test('R11 of a product that was in no version of the price list only what it can cost less is judged', () => {
  const held = heldOf([TEN], { categories: new Map() });
  const unknown = pieces(1, { sku: 'NEW' });
  const told = [100, 101].map((amount) =>
    checkPromotions({ lines: given([amount], [unknown]) }, held),
  );
  expect(told).toEqual([[], ['lines/0/discounts/0']]);
});

test('R13 off a gift card no promotion takes anything', () => {
  const all = promotion({
    offer: { ...TEN.offer, goods: goods({ all: true }) } as typeof TEN.offer,
  });
  const lines = given([100], [giftCardLine('card', 'GIFT-1', minor(1000))]);
  const held = heldOf([all], { categories: new Map() });
  expect(checkPromotions({ lines }, held)).toEqual(['lines/0/discounts/0']);
});

test('a promotion that each customer has once is given for a code that the sale used up', () => {
  const once = { code: 'WELCOME', oncePerCustomer: true };
  const use = { promotionId: 'p', code: 'WELCOME', amount: minor(100) };
  const lines = given([100]);
  expect(isRight([100], once)).toBe(false);
  expect(checkPromotions({ lines, codes: [use] }, heldOf([promotion(once)]))).toEqual([]);
  expect(isRight([100], { code: 'WELCOME' })).toBe(true);
});

type Most = readonly [string, Partial<Promotion>, readonly BasketLine[], number];

const offer = (of: Promotion['offer']): Partial<Promotion> => ({ offer: of });
const TEA = goods({ skus: ['TEA'] });
const ALL = goods({ all: true });
const weighed: Quantity = quantity(333);
const price = (amount: number): Minor => minor(amount);

test.each<Most>([
  ['a percentage of each piece', {}, [pieces(3, { unitPrice: minor(1005) })], 303],
  [
    'a percentage of what was weighed',
    {},
    [pieces(1, { unit: 'kilogram', quantity: weighed })],
    33,
  ],
  [
    'an amount for each piece',
    offer({ type: 'amount', goods: TEA, amount: price(30) }),
    [pieces(2)],
    60,
  ],
  [
    'no more than it costs',
    offer({ type: 'amount', goods: TEA, amount: price(5000) }),
    [pieces(2)],
    2000,
  ],
  [
    'what is above a price',
    offer({ type: 'fixed_price', goods: TEA, price: price(700) }),
    [pieces(2)],
    600,
  ],
  [
    'the free pieces of the sets there are',
    offer({ type: 'buy_get', goods: TEA, buy: 2, get: 1, rate: 10_000 }),
    [pieces(7)],
    2000,
  ],
  [
    'what a bundle costs less',
    offer({ type: 'bundle', parts: [{ goods: TEA, count: 2 }], price: price(1500) }),
    [pieces(2)],
    500,
  ],
  [
    'the best step of a basket',
    offer({
      type: 'basket',
      goods: ALL,
      onPromoted: true,
      steps: [
        { minimum: price(500), off: { type: 'percent', rate: 1000 } },
        { minimum: price(1000), off: { type: 'amount', amount: price(150) } },
      ],
    }),
    [pieces(2)],
    200,
  ],
])('R11 it takes off %s, and no more', (_, version, lines, most) => {
  expect([most, most + 1].map((amount) => isRight([amount], version, lines))).toEqual([
    true,
    false,
  ]);
});

test('R11 lines that share what a promotion on top takes off are judged together', () => {
  const onTop = promotion({
    ...offer({ type: 'amount', goods: TEA, amount: price(300) }),
    stacking: 'on_top',
  });
  const two = [pieces(1), pieces(1, { id: 'c' })];
  const told = [
    [600, 0],
    [600, 1],
  ].map((amounts) => checkPromotions({ lines: given(amounts, two) }, heldOf([onTop])));
  expect(told).toEqual([[], ['lines/0/discounts/0', 'lines/1/discounts/0']]);
});

test('R11 an amount of nothing is no promotion', () => {
  const [line] = given([]);
  const nothing = { kind: 'promotion', promotionId: 'none', name: null, amount: ZERO } as const;
  expect(
    checkPromotions({ lines: line ? [{ ...line, discounts: [nothing] }] : [] }, heldOf([])),
  ).toEqual([]);
});

import fc from 'fast-check';
import { minor } from '#shared/kernel/money.ts';
import { quantity, units } from '#shared/kernel/quantity.ts';
import { giftCardLine } from './pricing/gift-card.ts';
import type { Basket, BasketLine, ManualDiscount } from './pricing/basket.ts';
import type { Goods, Promotion } from './pricing/promotion.ts';
import { promotionBook, type PromotionBook } from './pricing/promotion-book.ts';

export const AT = '2026-01-02T03:04:05.678Z';

/** Goods at 12.34 with 20 % tax, unless said otherwise. */
export const basketLine = (change: Partial<BasketLine> = {}): BasketLine => ({
  id: 'a',
  sku: 'TEA',
  name: { en: 'Tea' },
  categoryId: 'food',
  kind: 'goods',
  unit: 'piece',
  quantity: units(1),
  unitPrice: minor(1234),
  taxRate: 2000,
  discount: null,
  ...change,
});

export const basketOf = (lines: readonly BasketLine[], taxInclusive = true): Basket => ({
  taxInclusive,
  lines,
  discount: null,
});

export const goods = (change: Partial<Goods> = {}): Goods => ({
  all: false,
  skus: [],
  categoryIds: [],
  exceptSkus: [],
  exceptCategoryIds: [],
  ...change,
});

/** 10 % off tea in January 2026, for everybody, unless said otherwise. */
export const promotion = (change: Partial<Promotion> = {}): Promotion => ({
  id: 'p',
  name: { en: 'Off' },
  offer: { type: 'percent', goods: goods({ skus: ['TEA'] }), rate: 1000 },
  stacking: 'one',
  priority: 5,
  storeIds: null,
  channels: null,
  groupIds: null,
  code: null,
  startsAt: '2026-01-01T00:00:00.000Z',
  endsAt: '2026-02-01T00:00:00.000Z',
  hours: null,
  ...change,
});

/** The promotions of the counter of store ONE. */
export const bookOf = (promotions: readonly Promotion[]): PromotionBook =>
  promotionBook(promotions, { storeId: 'ONE', channel: 'store', timeZone: 'Asia/Almaty' });

const anyDiscount: fc.Arbitrary<ManualDiscount | null> = fc.oneof(
  fc.constant(null),
  fc.record({ type: fc.constant('percent' as const), rate: fc.integer({ min: 0, max: 10_000 }) }),
  fc.record({
    type: fc.constant('amount' as const),
    amount: fc.integer({ min: 0, max: 1_000_000 }).map(minor),
  }),
);

const RATES = [0, 500, 1000, 1200, 1600, 2000];

const anyLine = fc.record({
  sku: fc.constantFrom('TEA', 'BUN', 'MILK'),
  kind: fc.constantFrom('goods' as const, 'service' as const),
  // Pieces, and weights to the gram.
  quantity: fc.oneof(
    fc.integer({ min: 1, max: 9 }).map(units),
    fc.integer({ min: 1, max: 20_000 }).map(quantity),
  ),
  unitPrice: fc.integer({ min: 0, max: 10_000_000 }).map(minor),
  taxRate: fc.constantFrom(...RATES),
  discount: anyDiscount,
});

/** Baskets of several tax rates, with tax inside or on top, with every kind of discount. */
export const anyBasket: fc.Arbitrary<Basket> = fc.record({
  taxInclusive: fc.boolean(),
  lines: fc
    .array(anyLine, { minLength: 1, maxLength: 12 })
    .map((lines) => lines.map((line, index) => basketLine({ ...line, id: `l${index}` }))),
  discount: anyDiscount,
});

/** Gift cards of several codes, to lie beside the lines of `anyBasket`. */
export const anyGiftCards: fc.Arbitrary<BasketLine[]> = fc
  .array(fc.integer({ min: 100, max: 10_000_000 }), { minLength: 1, maxLength: 3 })
  .map((amounts) =>
    amounts.map((amount, index) => giftCardLine(`card${index}`, `GIFT-${index}`, minor(amount))),
  );

const anyGoods = fc.record({
  skus: fc.subarray(['TEA', 'BUN']),
  categoryIds: fc.subarray(['food']),
});

export const anyPromotions: fc.Arbitrary<PromotionBook> = fc
  .array(fc.record({ rate: fc.integer({ min: 1, max: 10_000 }), named: anyGoods }), {
    maxLength: 3,
  })
  .map((promotions) =>
    bookOf(
      promotions.map(({ rate, named }, index) =>
        promotion({ id: `p${index}`, offer: { type: 'percent', goods: goods(named), rate } }),
      ),
    ),
  );

/** Whether no number in a value, however deep, has a fraction or is too large to be exact. */
export const isWhole = (value: unknown): boolean =>
  typeof value === 'number'
    ? Number.isSafeInteger(value)
    : typeof value !== 'object' || value === null || Object.values(value).every(isWhole);

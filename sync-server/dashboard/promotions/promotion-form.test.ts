import fc from 'fast-check';
import { Value } from 'typebox/value';
import { describe, expect, test } from 'vitest';
import { goods, promotion } from '#shared/domain/baskets.fixture.ts';
import { Promotion } from '#shared/domain/pricing/promotion.ts';
import { minor } from '#shared/kernel/money.ts';
import { formOf } from './form-of.ts';
import { KINDS, newForm, promotionOf, type PromotionForm } from './promotion-form.ts';

const ALMATY = 'Asia/Almaty';

const form = (change: Partial<PromotionForm> = {}): PromotionForm => ({
  ...newForm('p', Date.parse('2026-01-02T03:04:05.678Z'), ALMATY),
  name: { en: 'Off', ru: '', uk: '', kk: ' Жеңілдік ' },
  skus: 'TEA × 2, BUN',
  amount: '12,50',
  minimum: '1000',
  ...change,
});

describe('a promotion as it is typed', () => {
  test.each(KINDS)('of kind %s is one that the server takes', (kind) => {
    expect(Value.Check(Promotion, promotionOf(form({ kind, skus: 'TEA, BUN' })))).toBe(true);
  });

  test('counts money in minor units, percents in basis points and hours from midnight', () => {
    const typed = form({ kind: 'basket', rate: '7,5', hoursFrom: '17:00', hoursTo: '19:30' });
    expect(promotionOf(typed)).toMatchObject({
      name: { en: 'Off', kk: 'Жеңілдік' },
      offer: { steps: [{ minimum: 100_000, off: { rate: 750 } }] },
      hours: { days: [1, 2, 3, 4, 5, 6, 7], from: 1020, to: 1170 },
    });
    expect(promotionOf(form())?.hours).toBeNull();
  });

  test('says of a set how many of each it takes', () => {
    expect(promotionOf(form({ kind: 'bundle' }))).toMatchObject({
      offer: {
        parts: [
          { goods: { skus: ['TEA'] }, count: 2 },
          { goods: { skus: ['BUN'] }, count: 1 },
        ],
      },
    });
  });

  test('is refused where it holds what is no number, and is none without its times', () => {
    for (const wrong of [{ rate: 'ten' }, { priority: '' }])
      expect(Value.Check(Promotion, promotionOf(form(wrong)))).toBe(false);
    expect(promotionOf(form({ to: '' }))).toBeNull();
  });
});

const all = goods({ all: true });
const named = goods({ skus: ['TEA', 'BUN'], categoryIds: ['hot'], exceptSkus: ['JAM'] });
const part = (sku: string, count: number) => ({ goods: goods({ skus: [sku] }), count });
const step = (minimum: number, amount: number) => ({
  minimum: minor(minimum),
  off: { type: 'amount' as const, amount: minor(amount) },
});

const anyOffer = fc.constantFrom<Promotion['offer']>(
  { type: 'percent', goods: named, rate: 1234 },
  { type: 'amount', goods: all, amount: minor(1250) },
  { type: 'fixed_price', goods: named, price: minor(99_900) },
  { type: 'buy_get', goods: named, buy: 2, get: 1, rate: 10_000 },
  { type: 'bundle', parts: [part('TEA', 2), part('BUN', 1)], price: minor(10_000) },
  { type: 'bundle', parts: [{ goods: all, count: 3 }], price: minor(10_000) },
  { type: 'basket', goods: all, onPromoted: false, steps: [step(1000, 100)] },
  { type: 'basket', goods: all, onPromoted: true, steps: [step(1000, 100), step(2000, 300)] },
  { type: 'percent', goods: goods({ all: true, exceptCategoryIds: ['hot'] }), rate: 500 },
);

test('a promotion that is opened and saved with nothing changed is the same', () => {
  const any = fc.record({
    offer: anyOffer,
    priority: fc.integer({ min: 0, max: 9 }),
    storeIds: fc.constantFrom<Promotion['storeIds']>(null, ['ONE', 'TWO']),
    channels: fc.constantFrom<Promotion['channels']>(null, ['web']),
    groupIds: fc.constantFrom<Promotion['groupIds']>(null, ['staff']),
    code: fc.constantFrom(null, 'WELCOME'),
    hours: fc.constantFrom<Promotion['hours']>(null, { days: [5, 6], from: 1320, to: 120 }),
  });
  fc.assert(
    fc.property(any, (change) => {
      const value = promotion({ ...change, startsAt: '2026-03-01T09:30:00.000Z' });
      expect(promotionOf(formOf(value, ALMATY))).toEqual(value);
      const once = { ...value, code: 'WELCOME', oncePerCustomer: true };
      expect(promotionOf(formOf(once, ALMATY))).toEqual(once);
    }),
  );
});

import { NO_PROMOTIONS } from './promotion-book.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { minor } from '#shared/kernel/money.ts';
import { quantity, units } from '#shared/kernel/quantity.ts';
import { labelledGoods } from '../catalog/scale-label.ts';
import { isPriceable } from './is-priceable.ts';
import { hasManualDiscount, isWithinLimit, manualShare } from './manual-discounts.ts';
import type { BasketLine, ManualDiscount } from './basket.ts';
import { priceBasket } from './price-basket.ts';

const LIMIT = 1000;

const line = (change: Partial<BasketLine> = {}): BasketLine => ({
  id: '1',
  sku: 'loaf',
  name: { en: 'Loaf' },
  categoryId: 'bakery',
  kind: 'goods',
  unit: 'piece',
  quantity: units(10),
  unitPrice: minor(19_000),
  taxRate: 1600,
  discount: null,
  ...change,
});

const priced = (lines: BasketLine[], discount: ManualDiscount | null = null) =>
  priceBasket({ taxInclusive: true, lines, discount }, NO_PROMOTIONS, '2026-11-22T10:00:00.000Z')
    .lines;

describe('the discounts that people give', () => {
  test('are within a limit that they reach', () => {
    expect(
      isWithinLimit(priced([line({ discount: { type: 'percent', rate: LIMIT } })]), LIMIT),
    ).toBe(true);
  });

  test('are over it when the basket became smaller after an amount was taken off', () => {
    const discount = { type: 'amount', amount: minor(19_000) } as const;
    expect(isWithinLimit(priced([line({ discount })]), LIMIT)).toBe(true);
    expect(isWithinLimit(priced([line({ discount, quantity: units(1) })]), LIMIT)).toBe(false);
  });

  test('count together: on the line and on the basket', () => {
    const discount = { type: 'percent', rate: LIMIT } as const;
    expect(isWithinLimit(priced([line({ discount })], discount), LIMIT)).toBe(false);
  });
});

describe('R6: a limit that a manager approves', () => {
  test('just allows what was given, whatever it was', () => {
    const any = fc.record({
      price: fc.integer({ min: 0, max: 19_000 }),
      quantity: fc.integer({ min: 1, max: 20 }),
      more: fc.integer({ min: 0, max: 50_000 }),
    });
    fc.assert(
      fc.property(any, ({ price, quantity: count, more }) => {
        const discount = { type: 'price', price: minor(price), reason: 'damaged' } as const;
        const lines = priced([line({ discount, quantity: units(count) })], {
          type: 'amount',
          amount: minor(more),
        });
        expect(isWithinLimit(lines, manualShare(lines))).toBe(true);
        expect(hasManualDiscount(lines)).toBe(manualShare(lines) > 0);
      }),
    );
  });

  test('and the line says why another price was given', () => {
    const discount = { type: 'price', price: minor(10_000), reason: 'damaged' } as const;
    expect(priced([line({ discount })])[0]?.discounts).toEqual([
      { kind: 'line', promotionId: null, name: null, amount: 90_000, reason: 'damaged' },
    ]);
  });
});

describe('a basket that no document could carry', () => {
  test('has too many of one thing', () => {
    expect(isPriceable({ lines: [line({ quantity: units(1_000_000) })] })).toBe(true);
    expect(isPriceable({ lines: [line({ quantity: quantity(1_000_000_001) })] })).toBe(false);
  });

  test('or costs too much in all', () => {
    const dear = line({ quantity: units(1_000_000), unitPrice: minor(5_000_000) });
    expect(isPriceable({ lines: [dear] })).toBe(true);
    expect(isPriceable({ lines: [dear, dear] })).toBe(false);
  });
});

test('what the label of a scale takes off the last gram is given by nobody; more than that gram is', () => {
  const unitPrice = minor(500_000);
  const label = { holds: 'price', codes: [], value: 123_456 } as const;
  const goods = labelledGoods(label, { unit: 'kilogram' }, unitPrice);
  const weighed = line({ unit: 'kilogram', unitPrice, ...goods });
  expect(goods?.discount).toMatchObject({ amount: 44 });
  expect(isWithinLimit(priced([weighed]), 0)).toBe(true);
  expect(hasManualDiscount(priced([weighed]))).toBe(false);
  const more = { type: 'amount', amount: minor(501), reason: 'shelf_price' } as const;
  expect(isWithinLimit(priced([{ ...weighed, discount: more }]), 0)).toBe(false);
});

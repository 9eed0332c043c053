import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { minor } from '#shared/kernel/money.ts';
import { priceTimes, quantity, UNIT } from '#shared/kernel/quantity.ts';
import { labelledGoods, readScaleLabels } from './scale-label.ts';
import type { ScaleCode } from './scale-code.ts';

const WEIGHT: ScaleCode = { holds: 'weight', pattern: '21IIIIINNDDDC' };
const PRICE: ScaleCode = { holds: 'price', pattern: '22IIIIVNNNNNC' };
const CENTS: ScaleCode = { holds: 'price', pattern: '23IIIIINNNDDC' };
const RULES = [WEIGHT, PRICE, CENTS];
const KILOGRAM = { unit: 'kilogram' } as const;

const withCheck = (digits: string): string => {
  const sum = Array.from(digits).reduce(
    (total, digit, place) => total + Number(digit) * (place % 2 === 0 ? 1 : 3),
    0,
  );
  return digits + String((10 - (sum % 10)) % 10);
};

describe('a label of a scale', () => {
  test('says which product it is and what it weighs or costs', () => {
    expect(readScaleLabels('2112050012456', RULES)).toEqual([]);
    expect(readScaleLabels(withCheck('211205001245'), RULES)).toEqual([
      { holds: 'weight', codes: ['2112050000003', '12050'], value: 1245 },
    ]);
    // The digit after the number is the scale's own.
    expect(readScaleLabels(withCheck('221205900725'), RULES)).toEqual([
      { holds: 'price', codes: [withCheck('221205000000'), '1205'], value: 72_500 },
    ]);
    expect(readScaleLabels(withCheck('231205001999'), RULES)).toMatchObject([{ value: 1999 }]);
  });

  test('is not one with a wrong check digit, another length, another range, or nothing on it', () => {
    const right = withCheck('211205001245');
    const wrong = right.slice(0, 12) + String((Number(right[12]) + 1) % 10);
    const others = [wrong, right.slice(1), `${right}0`, 'ABCDEFGHIJKLM', ''];
    for (const code of [...others, withCheck('291205001245'), '2112050000003'])
      expect(readScaleLabels(code, RULES)).toEqual([]);
    expect(readScaleLabels(right, [])).toEqual([]);
  });

  test('of goods that are sold by the piece is none', () => {
    const [label] = readScaleLabels(withCheck('211205001245'), RULES);
    if (!label) throw new Error('no label');
    expect(labelledGoods(label, { unit: 'piece' }, minor(100))).toBeNull();
    expect(labelledGoods({ ...label, holds: 'price' }, KILOGRAM, minor(0))).toBeNull();
    expect(labelledGoods(label, KILOGRAM, minor(499_000))).toEqual({
      quantity: quantity(1245),
      discount: null,
    });
  });

  test('with a price costs exactly that, for a weight that is right to the gram', () => {
    const any = fc.record({
      value: fc.integer({ min: 1, max: 9_999_999 }),
      unitPrice: fc.integer({ min: 1, max: 10_000_000 }),
    });
    fc.assert(
      fc.property(any, ({ value, unitPrice }) => {
        const label = { holds: 'price', codes: [], value } as const;
        const goods = labelledGoods(label, KILOGRAM, minor(unitPrice));
        if (goods === null) throw new Error('no goods');
        const { discount } = goods;
        const off = discount?.type === 'amount' ? discount.amount : 0;
        expect(priceTimes(minor(unitPrice), goods.quantity) - off).toBe(value);
        expect(off).toBeLessThanOrEqual(Math.ceil(unitPrice / UNIT));
      }),
    );
  });
});

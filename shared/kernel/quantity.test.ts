import { expect, test } from 'vitest';
import { minor } from './money.ts';
import { priceTimes, quantity, units } from './quantity.ts';

test.each([
  [1190_00, 1245, 1481_55],
  [333, 1500, 500],
  [999, 1, 1],
  [499, 1, 0],
  [100, 1_000_000_000, 100_000_000],
])('%i a unit × %i thousandths = %i', (price, count, total) => {
  expect(priceTimes(minor(price), quantity(count))).toBe(total);
});

test('three pieces are 3000 thousandths', () => {
  expect(units(3)).toBe(3000);
});

test('a fraction of a thousandth is not a quantity', () => {
  expect(() => quantity(1.5)).toThrow(RangeError);
});

import { expect, test } from 'vitest';
import { minor } from '#shared/kernel/money.ts';
import { checkHeldPrices } from './held-prices.ts';

const history = new Map([
  [
    'TEA',
    [
      { version: 2, price: minor(100) },
      { version: 5, price: minor(120) },
      { version: 6, price: minor(150) },
    ],
  ],
]);

const wrongAt = (version: number, unitPrice: number): boolean =>
  checkHeldPrices([{ sku: 'TEA', unitPrice: minor(unitPrice) }], version, history).length > 0;

test('R11: the price of the version held is right, however old the version is', () => {
  expect([wrongAt(2, 100), wrongAt(3, 100), wrongAt(5, 120), wrongAt(9, 150)]).toEqual([
    false,
    false,
    false,
    false,
  ]);
});

test('R10: a basket opened under an earlier version keeps its price; a version being written may be ahead', () => {
  expect([wrongAt(6, 100), wrongAt(5, 150)]).toEqual([false, false]);
});

test('R11: a price that no such till could know is wrong', () => {
  expect([wrongAt(3, 120), wrongAt(4, 150), wrongAt(6, 99)]).toEqual([true, true, true]);
  const lines = [
    { sku: 'TEA', unitPrice: minor(100) },
    { sku: 'TEA', unitPrice: minor(1) },
  ];
  expect(checkHeldPrices(lines, 6, history)).toEqual(['lines/1/unitPrice']);
});

test('what was in no version yet is not judged', () => {
  expect(wrongAt(1, 1)).toBe(false);
  expect(checkHeldPrices([{ sku: 'NEW', unitPrice: minor(1) }], 6, history)).toEqual([]);
});

import { expect, test } from 'vitest';
import { FIRST_RATE, taxRateOf } from './tax-rate-of.ts';

const RATES = [
  { id: 'tax2000', name: { en: 'VAT' }, rate: 2000 },
  { id: 'tax700', name: { en: 'Medicine' }, rate: 700 },
];

test.each([
  ['tax700', 700],
  [FIRST_RATE, 2000],
  ['exempt', 0],
])('a product of the rate %s is taxed at %i basis points', (id, rate) => {
  expect(taxRateOf(RATES, id)).toBe(rate);
});

test('where a store has no taxes there is none', () => {
  expect(taxRateOf([], FIRST_RATE)).toBe(0);
});

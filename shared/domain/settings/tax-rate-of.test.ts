import { expect, test } from 'vitest';
import { FIRST_RATE, taxRateOf } from './tax-rate-of.ts';

const RATES = [
  { id: 'tax2000', name: { en: 'VAT' }, rate: 2000 },
  { id: 'tax700', name: { en: 'Medicine' }, rate: 700 },
];

test.each([
  ['tax700', 700],
  [FIRST_RATE, 2000],
])('a product of the rate %s is taxed at %i basis points', (id, rate) => {
  expect(taxRateOf(RATES, id)).toBe(rate);
});

test('a rate that a store does not know is not 0 % but unknown', () => {
  expect(taxRateOf(RATES, 'tax1000')).toBeNull();
  expect(taxRateOf([], FIRST_RATE)).toBeNull();
});

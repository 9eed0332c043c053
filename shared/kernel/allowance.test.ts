import { expect, test } from 'vitest';
import { createAllowance } from './allowance.ts';

test('so many pass in a span, and as many again in the next, also when the clock goes back', () => {
  const isLet = createAllowance(2, 1000);
  expect([0, 1, 2, 999].map(isLet)).toEqual([true, true, false, false]);
  expect([1000, 1001, 1002].map(isLet)).toEqual([true, true, false]);
  expect([500, 501, 502].map(isLet)).toEqual([true, true, false]);
});

import { expect, test } from 'vitest';
import { allCases, faultsOf } from './play.ts';

test('J8: every sale, refund, movement of cash and act of a shift is registered exactly once, or refused, whatever the device does and wherever the till stops', async () => {
  // One crash at any place, and every thirteenth of those that are followed by another.
  const some = allCases().filter(({ crashes: [, second] }, place) => !second || place % 13 === 0);
  for (const one of some) expect(await faultsOf(one)).toEqual([]);
  expect(some.length).toBeGreaterThan(300);
});

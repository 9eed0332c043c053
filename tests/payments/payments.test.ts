import { expect, test } from 'vitest';
import { allCases, faultsOf } from './play.ts';

test('J3: money that a machine moved is money on record, once, whatever it answers and wherever the till stops', async () => {
  // One crash at any place, and every thirty-first of those that are followed by another: `npm run payments` plays all.
  const some = allCases().filter(({ crashes: [, second] }, place) => !second || place % 31 === 0);
  for (const one of some) expect(await faultsOf(one)).toEqual([]);
  expect(some.length).toBeGreaterThan(500);
});

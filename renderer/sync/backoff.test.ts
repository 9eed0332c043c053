import fc from 'fast-check';
import { expect, test } from 'vitest';
import { backoff } from './backoff.ts';

test('the wait doubles with each failure, up to half a minute', () => {
  const longest = (failures: number): number => backoff(failures, 1);
  expect([1, 2, 3, 4, 5, 6, 7, 8].map(longest)).toEqual([
    500, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000,
  ]);
});

test('tills that failed together come back apart', () => {
  expect([0, 0.5, 1].map((random) => backoff(3, random))).toEqual([1000, 1500, 2000]);
});

test('however long it lasts, the wait is a whole number of milliseconds between a quarter and thirty seconds', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 1_000_000 }),
      fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
      (failures, random) => {
        const wait = backoff(failures, random);
        expect(Number.isInteger(wait)).toBe(true);
        expect(wait).toBeGreaterThanOrEqual(250);
        expect(wait).toBeLessThanOrEqual(30_000);
      },
    ),
  );
});

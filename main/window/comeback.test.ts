import { expect, test } from 'vitest';
import { createComeback } from './comeback.ts';

/** What is said at stops that come so many milliseconds after one another. */
const saidAt = (...gaps: readonly number[]): (number | null)[] => {
  let now = 1_000_000;
  const stopped = createComeback(() => now);
  return gaps.map((gap) => {
    now += gap;
    return stopped();
  });
};

test('a page that stops once is back at once', () => {
  expect(saidAt(0)).toEqual([0]);
});

test('a page that stops while it loads is given longer and longer, and then up', () => {
  expect(saidAt(0, 10, 2010, 10_010, 30_010, 10, 10)).toEqual([
    0,
    2000,
    10_000,
    30_000,
    null,
    null,
    null,
  ]);
});

test('a page that was well in between begins anew, also one that was given up', () => {
  expect(saidAt(0, 10, 200_000)).toEqual([0, 2000, 0]);
  expect(saidAt(0, 1, 1, 1, 1, 200_000)).toEqual([0, 2000, 10_000, 30_000, null, 0]);
});

test('the pause before it is loaded again is no time in which it was well', () => {
  expect(saidAt(0, 10, 2010, 10_010, 125_000, 125_000)).toEqual([0, 2000, 10_000, 30_000, null, 0]);
});

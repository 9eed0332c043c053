import { expect, test } from 'vitest';
import { createLetterLimit } from './letter-limit.ts';

const takeTimes = (take: () => boolean, times: number): boolean[] =>
  Array.from({ length: times }, () => take());

test('a receipt goes out five times a day, each receipt for itself, and again on the next day', () => {
  let now = '2026-01-02T09:00:00.000Z';
  const limit = createLetterLimit(() => now);
  expect(takeTimes(() => limit.take('one'), 6)).toEqual([true, true, true, true, true, false]);
  expect(limit.take('two')).toBe(true);
  now = '2026-01-02T23:59:59.999Z';
  expect(limit.take('one')).toBe(false);
  now = '2026-01-03T00:00:00.000Z';
  expect(limit.take('one')).toBe(true);
});

test('a letter that did not go does not count', () => {
  const limit = createLetterLimit(() => '2026-01-02T09:00:00.000Z');
  takeTimes(() => limit.take('one'), 5);
  limit.giveBack('one');
  expect(takeTimes(() => limit.take('one'), 2)).toEqual([true, false]);
});

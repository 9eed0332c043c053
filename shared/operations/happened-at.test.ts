import { describe, expect, test } from 'vitest';
import { happenedAt } from './happened-at.ts';

describe('J7 when an operation happened', () => {
  test.each([
    [null, '2026-01-02T03:04:05.678Z'],
    [0, '2026-01-02T03:04:05.678Z'],
    [1000, '2026-01-02T03:04:06.678Z'],
    [-86_400_000, '2026-01-01T03:04:05.678Z'],
  ])('J7 with an offset of %s is %s', (clockOffset, time) => {
    expect(happenedAt({ at: '2026-01-02T03:04:05.678Z', clockOffset })).toBe(time);
  });

  test.each([
    ['2026-13-01T00:00:00.000Z', 0],
    ['2026-02-30T25:00:00.000Z', 0],
    ['2026-01-01T00:00:00.000Z', Number.MAX_SAFE_INTEGER],
    ['9999-12-31T23:59:59.999Z', 1],
  ])('J7 is never what no calendar has: %s and %i', (at, clockOffset) => {
    expect(() => happenedAt({ at, clockOffset })).toThrow(RangeError);
  });
});

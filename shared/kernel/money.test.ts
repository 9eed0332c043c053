import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { add, allocate, minor, percentOf, roundTo, scale, subtract } from './money.ts';

const anyAmount = fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 }).map(minor);
const anyWeights = fc.array(fc.integer({ min: 0, max: 1_000_000_000 }), {
  minLength: 1,
  maxLength: 30,
});

describe('minor units', () => {
  test.each([0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53, -(2 ** 53)])(
    '%s is not an amount',
    (value) => expect(() => minor(value)).toThrow(RangeError),
  );

  test('there is one zero', () => {
    expect(Object.is(minor(-0), 0)).toBe(true);
    expect(Object.is(subtract(minor(5), minor(5)), 0)).toBe(true);
  });

  test('a sum beyond whole numbers is a bug, not another sum', () => {
    expect(() => add(minor(Number.MAX_SAFE_INTEGER), minor(1))).toThrow(RangeError);
  });
});

describe('scale', () => {
  test.each([
    [5, 1, 2, 3],
    [-5, 1, 2, -3],
    [5, -1, 2, -3],
    [4, 1, 3, 1],
    [5, 1, 3, 2],
    [0, 7, 9, 0],
  ])('%i × %i ÷ %i = %i: a half goes away from zero', (value, numerator, denominator, result) => {
    expect(scale(value, numerator, denominator)).toBe(result);
  });

  test('is within half a unit of the exact quotient, however large the product', () => {
    const whole = fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 });
    const divisor = fc.integer({ min: 1, max: 1_000_000 });
    fc.assert(
      fc.property(whole, fc.integer({ min: 0, max: 10_000 }), divisor, (value, top, bottom) => {
        fc.pre(Math.abs(value) * top < bottom * 2 ** 52);
        const error =
          BigInt(scale(value, top, bottom)) * BigInt(bottom) - BigInt(value) * BigInt(top);
        expect(2n * (error < 0n ? -error : error) <= BigInt(bottom)).toBe(true);
      }),
    );
  });

  test('a percentage is a share in basis points', () => {
    expect(percentOf(minor(1999), 1500)).toBe(300);
  });
});

describe('allocate', () => {
  test('the parts add up to the whole', () => {
    fc.assert(
      fc.property(anyAmount, anyWeights, (total, weights) => {
        expect(add(...allocate(total, weights))).toBe(total);
      }),
    );
  });

  test('each part is its exact share rounded down or up, never to the other side of zero', () => {
    fc.assert(
      fc.property(anyAmount, anyWeights, (total, weights) => {
        const sum = weights.reduce((left, weight) => left + BigInt(weight), 0n);
        fc.pre(sum > 0n);
        for (const [index, part] of allocate(total, weights).entries()) {
          const exact = BigInt(total) * BigInt(weights[index] ?? 0);
          const error = BigInt(part) * sum - exact;
          expect(error < sum && error > -sum).toBe(true);
          expect(part === 0 || Math.sign(part) === Math.sign(total)).toBe(true);
        }
      }),
    );
  });

  test('equal remainders go to the first', () => {
    expect(allocate(minor(100), [1, 1, 1])).toEqual([34, 33, 33]);
    expect(allocate(minor(-100), [1, 1, 1])).toEqual([-34, -33, -33]);
  });

  test('without any weight the first part takes all', () => {
    expect(allocate(minor(7), [0, 0])).toEqual([7, 0]);
  });
});

describe('roundTo', () => {
  test.each([
    [149, 100, 100],
    [150, 100, 200],
    [-150, 100, -200],
    [1234, 1, 1234],
    [1224, 5, 1225],
  ])('%i to %i is %i', (amount, increment, rounded) => {
    expect(roundTo(minor(amount), increment)).toBe(rounded);
  });
});

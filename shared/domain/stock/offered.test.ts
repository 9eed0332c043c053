import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { quantity, units } from '#shared/kernel/quantity.ts';
import { expectedSales, offeredOf } from './offered.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const silentSales = fc.record({
  sold: fc.integer({ min: -1_000_000, max: 1_000_000_000 }),
  period: fc.integer({ min: 1, max: 60 * DAY }),
  silence: fc.integer({ min: 0, max: 60 * DAY }),
});

describe('what a silent till will have sold', () => {
  test('is its usual rate × its silence, in whole units', () => {
    const usual = { sold: units(140), period: 28 * DAY };
    expect(expectedSales({ ...usual, silence: 2 * DAY })).toBe(units(10));
    expect(expectedSales({ ...usual, silence: 2 * HOUR })).toBe(0);
    expect(expectedSales({ ...usual, silence: 3 * HOUR })).toBe(units(1));
  });

  test('is nothing while the till is in contact', () => {
    expect(expectedSales({ sold: units(1_000_000), period: DAY, silence: 5 * 60_000 })).toBe(0);
  });

  test('is whole units, never below zero, and grows with silence and with sales', () => {
    fc.assert(
      fc.property(silentSales, fc.nat(DAY), fc.nat(100_000), (sales, longer, more) => {
        const expected = expectedSales(sales);
        expect(expected % 1000).toBe(0);
        expect(expected).toBeGreaterThanOrEqual(0);
        const { sold, silence } = sales;
        expect(expectedSales({ ...sales, silence: silence + longer })).toBeGreaterThanOrEqual(
          expected,
        );
        expect(expectedSales({ ...sales, sold: sold + more })).toBeGreaterThanOrEqual(expected);
      }),
    );
  });
});

describe('R23: what is offered', () => {
  const level = fc.record({
    onHand: fc.integer({ min: -1_000_000, max: 1_000_000 }).map(quantity),
    reserved: fc.nat(1_000_000).map(quantity),
  });

  test('is on hand less reserved and withheld, and never below zero', () => {
    fc.assert(
      fc.property(level, fc.nat(1_000_000), (stock, withheld) => {
        const offered = offeredOf(stock, quantity(withheld));
        const left = stock.onHand - stock.reserved - withheld;
        expect(offered).toBe(left > 0 ? left : 0);
      }),
    );
  });
});

import { describe, expect, test } from 'vitest';
import { cashDue } from '../payment/settle.ts';
import { minor, ZERO } from '#shared/kernel/money.ts';
import { cashIncrementAt, smallestCash } from './cash-increment.ts';
import { denominationsOf } from './cash-of.ts';

const NOW = '2026-11-30T12:00:00.000Z';

describe('R1 cash is rounded by country and date', () => {
  test.each([
    ['KZT', 'Asia/Almaty', NOW, 100],
    ['UAH', 'Europe/Kyiv', '2018-06-30T12:00:00.000Z', 1],
    ['UAH', 'Europe/Kyiv', '2018-07-01T12:00:00.000Z', 10],
    ['UAH', 'Europe/Kyiv', NOW, 50],
    ['RUB', 'Europe/Moscow', '2015-12-31T12:00:00.000Z', 1],
    ['RUB', 'Europe/Moscow', NOW, 100],
    ['EUR', 'Europe/Helsinki', NOW, 5],
    ['EUR', 'Europe/Vilnius', '2025-04-30T12:00:00.000Z', 1],
    ['EUR', 'Europe/Vilnius', '2025-05-01T12:00:00.000Z', 5],
    ['EUR', 'Europe/Berlin', NOW, 1],
    ['USD', 'America/New_York', NOW, 1],
    ['GBP', 'Europe/London', NOW, 1],
  ] as const)('%s in %s at %s: to %i minor units', (currency, timeZone, at, increment) => {
    expect(smallestCash(currency, timeZone, at)).toBe(increment);
  });

  test('a day begins by the clock of the store', () => {
    expect(smallestCash('UAH', 'Europe/Kyiv', '2025-09-30T20:59:00.000Z')).toBe(10);
    expect(smallestCash('UAH', 'Europe/Kyiv', '2025-09-30T21:00:00.000Z')).toBe(50);
  });

  test('head office rounds coarser than coins ask, never finer', () => {
    const settings = { currency: 'RUB', timeZone: 'Europe/Moscow' } as const;
    expect(cashIncrementAt({ ...settings, cashIncrement: 1 }, NOW)).toBe(100);
    expect(cashIncrementAt({ ...settings, cashIncrement: 500 }, NOW)).toBe(500);
    expect(cashIncrementAt(null, NOW)).toBe(1);
  });

  test.each([
    ['KZT', 'Asia/Almaty'],
    ['UAH', 'Europe/Kyiv'],
    ['RUB', 'Europe/Moscow'],
    ['EUR', 'Europe/Tallinn'],
    ['EUR', 'Europe/Madrid'],
    ['USD', 'America/Chicago'],
    ['GBP', 'Europe/London'],
  ] as const)('whatever is paid in %s in %s is counted by its denominations', (currency, zone) => {
    const values = denominationsOf(currency);
    for (let total = 1; total <= 1000; total += 1) {
      const due = cashDue(minor(total), ZERO, smallestCash(currency, zone, NOW));
      const left = values.reduce((rest, value) => rest % value, due as number);
      expect(left).toBe(0);
    }
  });
});

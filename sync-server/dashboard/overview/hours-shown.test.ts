import { expect, test } from 'vitest';
import { hoursShown } from './hours-shown.ts';

const dayWith = (
  sales: Readonly<Record<number, number>>,
  lastWeek: Readonly<Record<number, number>>,
) =>
  Array.from({ length: 24 }, (_, hour) => ({
    hour,
    netSales: sales[hour] ?? 0,
    lastWeek: lastWeek[hour] ?? 0,
  }));

test('a day without sales, and none a week before, shows nothing', () => {
  expect(hoursShown(dayWith({}, {}), 12)).toEqual([]);
});

test('hours to come are left open, the current one is not', () => {
  const shown = hoursShown(dayWith({ 10: 500 }, { 10: 400, 11: 300 }), 10);
  expect(shown.find(({ hour }) => hour === 10)).toEqual({ hour: 10, netSales: 500, lastWeek: 400 });
  expect(shown.find(({ hour }) => hour === 11)).toEqual({
    hour: 11,
    netSales: null,
    lastWeek: 300,
  });
});

test('a sale at night widens the day', () => {
  const shown = hoursShown(dayWith({ 2: 100, 23: 100 }, {}), null);
  expect([shown[0]?.hour, shown.at(-1)?.hour]).toEqual([2, 23]);
});

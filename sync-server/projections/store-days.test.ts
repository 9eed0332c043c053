import { expect, test } from 'vitest';
import { dayIn, daysBefore, isDay } from './store-days.ts';

test('today is what the calendar in the store says', () => {
  const at = '2026-11-21T19:30:00.000Z';
  expect(dayIn('Asia/Almaty', at)).toBe('2026-11-22');
  expect(dayIn('Europe/London', at)).toBe('2026-11-21');
});

test('a week before crosses months and years', () => {
  expect(daysBefore('2026-01-03', 7)).toBe('2025-12-27');
  expect(daysBefore('2028-03-01', 1)).toBe('2028-02-29');
});

test.each([
  ['2026-02-28', true],
  ['2026-02-29', false],
  ['2026-13-01', false],
  ['2026-04-31', false],
])('whether %s is a day: %s', (day, is) => {
  expect(isDay(day)).toBe(is);
});

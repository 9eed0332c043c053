import { expect, test } from 'vitest';
import { addDays, dayOf, weekdayOf } from './days.ts';

test('a day is that of the store', () => {
  expect(dayOf('2026-11-22T18:59:00.000Z', 'Asia/Almaty')).toBe('2026-11-22');
  expect(dayOf('2026-11-22T19:00:00.000Z', 'Asia/Almaty')).toBe('2026-11-23');
});

test('days pass over months, years and leap days', () => {
  expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
  expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
  expect(addDays('2026-11-22', -7)).toBe('2026-11-15');
});

test('22 November 2026 is a Sunday', () => {
  expect(weekdayOf('2026-11-22')).toBe('sun');
});

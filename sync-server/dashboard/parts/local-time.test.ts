import fc from 'fast-check';
import { expect, test } from 'vitest';
import { localText, momentOf, zoneOf } from './local-time.ts';

test.each([
  ['Asia/Almaty', '2026-01-02T05:00:00.000Z', '2026-01-02T10:00'],
  ['Europe/Kyiv', '2026-01-02T22:30:00.000Z', '2026-01-03T00:30'],
  ['Europe/Kyiv', '2026-07-02T22:30:00.000Z', '2026-07-03T01:30'],
  ['UTC', '2026-01-02T00:00:00.000Z', '2026-01-02T00:00'],
])('in %s %s is %s on the wall, and back', (timeZone, at, text) => {
  expect(localText(at, timeZone)).toBe(text);
  expect(momentOf(text, null, timeZone)).toBe(at);
});

test('what is typed is what is shown again, wherever and whenever', () => {
  const anyMinute = fc.integer({ min: 28_000_000, max: 32_000_000 });
  const anyZone = fc.constantFrom('Asia/Almaty', 'Europe/Kyiv', 'America/New_York', 'Asia/Kolkata');
  fc.assert(
    fc.property(anyMinute, anyZone, (minute, timeZone) => {
      const text = localText(new Date(minute * 60_000).toISOString(), timeZone);
      expect(localText(momentOf(text, null, timeZone) ?? '', timeZone)).toBe(text);
    }),
  );
});

test('what stood there keeps its seconds, and no time is none', () => {
  const kept = '2026-01-02T05:00:12.345Z';
  expect(momentOf('2026-01-02T10:00', kept, 'Asia/Almaty')).toBe(kept);
  expect(momentOf('2026-01-02T10:01', kept, 'Asia/Almaty')).toBe('2026-01-02T05:01:00.000Z');
  expect(momentOf('', kept, 'Asia/Almaty')).toBeNull();
});

test('the clocks are those of the first store that is named, else of the chain’s first', () => {
  const stores = [
    { storeId: 'ONE', timeZone: 'Asia/Almaty' },
    { storeId: 'TWO', timeZone: 'Europe/Kyiv' },
  ];
  expect([zoneOf([], stores), zoneOf(['TWO'], stores), zoneOf(['TWO'], [])]).toEqual([
    'Asia/Almaty',
    'Europe/Kyiv',
    'UTC',
  ]);
});

import { expect, test } from 'vitest';
import { isDayComplete } from './is-day-complete.ts';

const ZONE = 'Asia/Almaty';
const offline = { type: 'offline', seconds: 3600, queued: 0 } as const;

test('today is complete while the tills hold nothing back', () => {
  const at = '2026-11-22T09:00:00.000Z';
  expect(isDayComplete({ type: 'synced', at }, at, '2026-11-22', ZONE)).toBe(true);
  expect(isDayComplete({ type: 'receiving', queued: 3 }, at, '2026-11-22', ZONE)).toBe(false);
  expect(isDayComplete(offline, at, '2026-11-22', ZONE)).toBe(false);
});

test('yesterday is complete once the tills were complete today', () => {
  expect(isDayComplete(offline, '2026-11-22T03:00:00.000Z', '2026-11-21', ZONE)).toBe(true);
  expect(isDayComplete(offline, '2026-11-21T15:00:00.000Z', '2026-11-21', ZONE)).toBe(false);
});

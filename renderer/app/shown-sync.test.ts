import { describe, expect, test } from 'vitest';
import type { SyncStatus } from '../store/sync-status.ts';
import { causeShown, secondsBetween, stateShown } from './shown-sync.ts';

const SINCE = '2026-01-02T11:00:00.000Z';
const later = (seconds: number): string =>
  new Date(Date.parse(SINCE) + seconds * 1000).toISOString();

const NOTHING = { decisions: 0, unprocessed: 0, queued: 0 };

const status = (phase: SyncStatus['phase'], cause: SyncStatus['cause'] = null): SyncStatus => ({
  phase,
  cause,
  since: SINCE,
  nextAttemptAt: null,
});

describe('the pill', () => {
  test('P3: calls what the server keeps aside unprocessed, which nobody here can decide', () => {
    const kept = { ...NOTHING, unprocessed: 1 };
    expect(stateShown(status('synced'), kept, SINCE)).toBe('unprocessed');
    expect(stateShown(status('offline', 'no_network'), kept, later(5))).toBe('offline');
  });

  test('tells of a line that is down after a moment: a hiccup is no news', () => {
    const offline = status('offline', 'no_network');
    expect(stateShown(offline, NOTHING, later(4))).toBe('synced');
    expect(stateShown(offline, NOTHING, later(5))).toBe('offline');
    expect(stateShown(offline, { decisions: 3, unprocessed: 1, queued: 1 }, later(5))).toBe(
      'offline',
    );
  });

  test('says of nothing that waits that it was sent, not even for that moment', () => {
    const offline = status('offline', 'server_silent');
    expect(stateShown(offline, { ...NOTHING, queued: 1 }, later(4))).toBe('syncing');
  });

  test('calls a person only when one must decide', () => {
    expect(stateShown(status('synced'), NOTHING, SINCE)).toBe('synced');
    expect(stateShown(status('synced'), { ...NOTHING, decisions: 1, unprocessed: 2 }, SINCE)).toBe(
      'actionRequired',
    );
    expect(stateShown(status('syncing'), NOTHING, SINCE)).toBe('syncing');
    expect(stateShown(status('starting'), NOTHING, SINCE)).toBe('syncing');
  });
});

test('the cause is told in the words of the panel', () => {
  expect(causeShown(status('synced'))).toBeNull();
  expect(causeShown(status('offline', 'no_network'))).toBe('noNetwork');
  expect(causeShown(status('offline', 'server_silent'))).toBe('serverNotAnswering');
  expect(causeShown(status('offline', 'internal'))).toBe('serverNotAnswering');
  expect(causeShown(status('offline', 'till_revoked'))).toBe('revoked');
  expect(causeShown(status('offline', 'unauthenticated'))).toBe('signInExpired');
  expect(causeShown(status('offline', 'malformed'))).toBe('outdated');
});

test('seconds are whole, and negative once the time has passed', () => {
  expect(secondsBetween(SINCE, later(90))).toBe(90);
  expect(secondsBetween(later(2.4), SINCE)).toBe(-2);
});

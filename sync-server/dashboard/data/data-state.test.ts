import { describe, expect, test } from 'vitest';
import { dataStateOf, storeDataState } from './data-state.ts';

const now = Date.parse('2026-11-22T09:02:00.000Z');
const ago = (seconds: number): string => new Date(now - seconds * 1000).toISOString();
const contact = (seconds: number, queued = 0) => ({
  completeAt: ago(seconds),
  lastContactAt: ago(seconds),
  queued,
});

describe('the data of a till', () => {
  test('is synced while its tills are heard and have nothing left to send', () => {
    expect(dataStateOf(contact(10), now)).toEqual({ type: 'synced', at: ago(10) });
  });
  test('is being received while they have', () => {
    expect(dataStateOf(contact(10, 12), now)).toEqual({ type: 'receiving', queued: 12 });
  });
  test('is offline when they are not heard', () => {
    expect(dataStateOf(contact(42 * 60, 12), now)).toEqual({
      type: 'offline',
      seconds: 42 * 60,
      queued: 12,
    });
  });
  test('is silent after a day without a word', () => {
    expect(dataStateOf(contact(26 * 3600), now)).toMatchObject({ type: 'silent' });
  });
  test('is not expected from a till that was never heard', () => {
    expect(dataStateOf({ completeAt: null, lastContactAt: null, queued: 0 }, now)).toEqual({
      type: 'unused',
    });
  });
  test('of a till whose clock runs ahead is not in the future', () => {
    expect(dataStateOf(contact(-30), now)).toMatchObject({ type: 'synced' });
  });
});

describe('the data of a store', () => {
  test('is as complete as that of its till furthest behind', () => {
    expect(storeDataState([contact(5), contact(20)], now)).toEqual({ type: 'synced', at: ago(20) });
    expect(storeDataState([contact(5), contact(3600, 2), contact(7200, 3)], now)).toEqual({
      type: 'offline',
      seconds: 7200,
      queued: 5,
    });
  });
  test('is not expected while it has no till', () => {
    expect(storeDataState([], now)).toEqual({ type: 'unused' });
  });
});

import { expect, test } from 'vitest';
import { relativeChange, shareChange } from './change.ts';

test('a rise and a fall, in tenths of a percent', () => {
  expect(relativeChange(1094, 1000)).toEqual({ size: 940, direction: 'up' });
  expect(relativeChange(900, 1000)).toEqual({ size: 1000, direction: 'down' });
  expect(relativeChange(100_004, 100_000)).toEqual({ size: 0, direction: 'same' });
});

test('nothing to compare with', () => {
  expect(relativeChange(5, 0)).toBeNull();
});

test('shares differ by points, not by percent of each other', () => {
  expect(shareChange(180, 120)).toEqual({ size: 60, direction: 'up' });
});

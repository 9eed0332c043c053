import { expect, test } from 'vitest';
import { freeDiskOf } from './free-disk.ts';

const MB = 1024 ** 2;

test('a disk is low below a gigabyte and critical below 200 megabytes', () => {
  const stateOf = (bytes: number) => freeDiskOf({ bavail: bytes, bsize: 1 }).state;
  expect(stateOf(1024 * MB)).toBe('enough');
  expect(stateOf(1024 * MB - 1)).toBe('low');
  expect(stateOf(200 * MB)).toBe('low');
  expect(stateOf(200 * MB - 1)).toBe('critical');
});

test('free room is what blocks hold, and never less than none', () => {
  expect(freeDiskOf({ bavail: 3, bsize: 4096 })).toEqual({ bytes: 12_288, state: 'critical' });
  // Blocks that only the system may use are gone too.
  expect(freeDiskOf({ bavail: -5, bsize: 4096 })).toEqual({ bytes: 0, state: 'critical' });
});

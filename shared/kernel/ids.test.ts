import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Value } from 'typebox/value';
import { TimeSchema } from './ids.ts';

describe('TimeSchema', () => {
  test.each([
    '2026-00-10T10:00:00.000Z',
    '2026-13-10T10:00:00.000Z',
    '2026-01-00T10:00:00.000Z',
    '2026-01-32T10:00:00.000Z',
    '2026-01-10T24:00:00.000Z',
    '2026-01-10T10:60:00.000Z',
    '2026-01-10T10:00:00Z',
  ])('%s is no time', (text) => {
    expect(Value.Check(TimeSchema, text)).toBe(false);
  });

  test('takes every time that is written as such', () => {
    const years = { min: new Date('0000-01-01T00:00:00.000Z'), max: new Date('9999-12-31') };
    fc.assert(
      fc.property(fc.date({ ...years, noInvalidDate: true }), (date) => {
        expect(Value.Check(TimeSchema, date.toISOString())).toBe(true);
      }),
    );
  });

  test('whatever it takes can be read, so that no screen stops at it', () => {
    const alike = /^20[0-9]{2}-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]\.[0-9]{3}Z$/;
    fc.assert(
      fc.property(fc.stringMatching(alike), (text) => {
        expect(Value.Check(TimeSchema, text) && Number.isNaN(Date.parse(text))).toBe(false);
      }),
      { numRuns: 1000 },
    );
  });
});

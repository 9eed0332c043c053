import { describe, expect, test } from 'vitest';
import { minor, ZERO } from '#shared/kernel/money.ts';
import { denominationsOf } from '../settings/cash-of.ts';
import { type CashMove, decideCashMove, decideDrawerOpening } from './cash-move.ts';
import { type ClosingInput, countedIn, decideClosing } from './decide.ts';
import { reportOf } from './report.ts';
import type { CashCount } from './schema.ts';
import { shiftAgeOf } from './shift-age.ts';

const AT = '2026-01-02T09:00:00.000Z';

const counted = (amount: number, expected = amount): CashCount => ({
  at: AT,
  staffId: 'aigerim',
  isBlind: true,
  pieces: [{ value: minor(amount), pieces: 1 }],
  counted: minor(amount),
  expected: minor(expected),
});

/** A shift in which nothing happened, with this float in the drawer. */
const closing = (float: number, counts: readonly CashCount[], note = ''): ClosingInput => ({
  shiftId: 'shift',
  number: 1,
  currency: 'KZT',
  openedAt: AT,
  openedBy: 'aigerim',
  counts,
  note,
  report: reportOf(minor(float), [], () => null),
  operations: [{ journalId: 'ONE-01_1', count: 1 }],
});

describe('closing', () => {
  test('R4 a drawer that nobody counted closes no shift', () => {
    expect(decideClosing(closing(5000, []))).toEqual({
      ok: false,
      problem: { type: 'count_missing' },
    });
  });

  test('R2 what agrees needs no words; a shortage and a surplus do', () => {
    expect(decideClosing(closing(5000, [counted(5000)]))).toMatchObject({
      ok: true,
      value: { counted: 5000, expected: 5000, difference: 0, note: '' },
    });
    const short = [counted(4000, 5000)];
    expect(decideClosing(closing(5000, short, '  '))).toEqual({
      ok: false,
      problem: { type: 'difference_unexplained', difference: -1000 },
    });
    expect(decideClosing(closing(5000, short, ' a note was torn '))).toMatchObject({
      ok: true,
      value: { difference: -1000, note: 'a note was torn' },
    });
    expect(decideClosing(closing(5000, [counted(6000, 5000)])).ok).toBe(false);
  });

  test('R4 every count stays on record, and the last decides', () => {
    const counts = [counted(4000, 5000), { ...counted(5000), isBlind: false }];
    expect(decideClosing(closing(5000, counts, 'a roll was left out'))).toMatchObject({
      ok: true,
      value: { counts, difference: 0, note: 'a roll was left out' },
    });
  });

  test('R4 a difference that was counted blind is not counted away without a word', () => {
    const again = { ...counted(5000), isBlind: false };
    expect(decideClosing(closing(5000, [counted(4000, 5000), again]))).toEqual({
      ok: false,
      problem: { type: 'difference_unexplained', difference: -1000 },
    });
    expect(decideClosing(closing(5000, [counted(5000), again])).ok).toBe(true);
    // Counted blind twice, and right the second time; or before the drawer moved.
    expect(decideClosing(closing(5000, [counted(4000, 5000), counted(5000)])).ok).toBe(true);
    expect(decideClosing(closing(5000, [counted(4000), again])).ok).toBe(true);
  });

  test('R2 a drawer that moved after it was counted is counted again', () => {
    expect(decideClosing(closing(5000, [counted(4000)]))).toEqual({
      ok: false,
      problem: { type: 'count_outdated' },
    });
  });
});

describe('cash by denomination', () => {
  test.each(['KZT', 'UAH', 'RUB', 'EUR', 'USD', 'GBP'] as const)(
    '%s is counted from the largest note to the smallest coin, each once',
    (currency) => {
      const values = denominationsOf(currency);
      expect(values).toEqual([...new Set(values)].toSorted((left, right) => right - left));
      expect(values.length).toBeGreaterThan(8);
    },
  );

  test('notes and coins add up', () => {
    const pieces = [
      { value: minor(2_000_000), pieces: 3 },
      { value: minor(5000), pieces: 31 },
      { value: minor(100), pieces: 0 },
    ];
    expect(countedIn(pieces)).toBe(6_155_000);
    expect(countedIn([])).toBe(ZERO);
  });
});

describe('cash in and out', () => {
  const move: CashMove = {
    moveId: 'move',
    kind: 'out',
    currency: 'KZT',
    amount: minor(100_000),
    reason: 'expense',
    note: ' taxi ',
  };

  test('what is said is kept', () => {
    expect(decideCashMove(move)).toEqual({ ok: true, value: { ...move, note: 'taxi' } });
  });

  test.each([
    ['no amount', { amount: ZERO }, 'amount_missing'],
    ['another kind’s reason', { reason: 'collection' }, 'reason_unfit'],
    ['«other» without a word', { reason: 'other', note: ' ' }, 'note_missing'],
  ] as const)('%s is refused', (_, change, type) => {
    expect(decideCashMove({ ...move, ...change })).toEqual({ ok: false, problem: { type } });
  });

  test('a drawer opened for no sale says why', () => {
    const opening = { openingId: 'o', reason: 'change' as const, note: '' };
    expect(decideDrawerOpening(opening)).toEqual({ ok: true, value: opening });
    expect(decideDrawerOpening({ ...opening, reason: 'other' }).ok).toBe(false);
  });
});

describe('how long a shift is open', () => {
  test.each([
    ['a working day', '2026-01-02T21:00:00.000Z', 'normal'],
    ['a day to the second', '2026-01-03T09:00:00.000Z', 'normal'],
    ['over 24 hours', '2026-01-03T09:00:00.001Z', 'overdue'],
    ['a clock set back a day', '2026-01-01T09:00:00.000Z', 'clock_back'],
    ['a clock set back to 1970', '1970-01-01T00:00:00.000Z', 'clock_back'],
  ] as const)('%s', (_, now, age) => {
    expect(shiftAgeOf(AT, now)).toBe(age);
  });
});

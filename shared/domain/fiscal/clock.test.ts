import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { afterChange, type BookChange, EMPTY_BOOK, type FiscalBook, offlineSince } from './book.ts';
import { fiscalClock, shiftEnd } from './clock.ts';
import { DEFAULT_FISCAL } from './schema.ts';

const START = Date.parse('2026-03-10T08:00:00.000Z');
const HOUR = 3_600_000;
const at = (hours: number): string => new Date(START + hours * HOUR).toISOString();

const asked = (id: string, hours: number): BookChange => ({
  type: 'asked_for',
  documents: [
    { documentId: id, operationId: id, kind: 'sale', driver: 'simulated', at: at(hours) },
  ],
});
const offline = (documentId: string): BookChange => ({
  type: 'registered',
  documentId,
  isSent: false,
});
const sent = (...documentIds: string[]): BookChange => ({ type: 'sent', documentIds });

const bookOf = (...facts: readonly (readonly [BookChange, number])[]): FiscalBook =>
  facts.reduce((book, [change, hours]) => afterChange(book, change, at(hours)), EMPTY_BOOK);

const limits = (offlineHours: number | null, offlineHoursPerMonth: number | null = null) => ({
  ...DEFAULT_FISCAL,
  offlineHours,
  offlineHoursPerMonth,
});

describe('the legal clock', () => {
  const cutOff = bookOf([asked('a', 0), 0], [offline('a'), 0], [asked('b', 5), 5]);

  test('does not run while everything is registered and sent, or only takes its moment', () => {
    expect(fiscalClock(EMPTY_BOOK, limits(1), at(1000))).toBeNull();
    expect(fiscalClock(bookOf([asked('a', 0), 0]), limits(1), at(1000))).toBeNull();
    const back = afterChange(cutOff, sent('a'), at(6));
    expect(fiscalClock(back, limits(1), at(1000))).toBeNull();
  });

  test('counts from the oldest document down to the end, and warns in the last quarter', () => {
    const clock = (hours: number) => fiscalClock(cutOff, limits(72), at(hours));
    expect(clock(1)).toEqual({ since: at(0), until: at(72), left: 71 * HOUR, level: 'calm' });
    expect(clock(53)).toMatchObject({ level: 'calm' });
    expect(clock(54)).toMatchObject({ level: 'warning', left: 18 * HOUR });
    expect(clock(72)).toMatchObject({ level: 'over', left: 0 });
    expect(clock(500)).toMatchObject({ level: 'over', left: 0 });
  });

  test('has no end where no law says one', () => {
    expect(fiscalClock(cutOff, limits(null), at(5000))).toMatchObject({ until: null, left: null });
  });

  test('takes what a month had before off its allowance, and none of another month', () => {
    const twice = bookOf(
      [asked('a', 0), 0],
      [offline('a'), 0],
      [sent('a'), 30],
      [asked('b', 40), 40],
      [offline('b'), 40],
    );
    expect(fiscalClock(twice, limits(36, 50), at(41))).toMatchObject({ until: at(60) });
    const april = 24 * 22;
    const next = bookOf(
      [asked('a', 0), 0],
      [offline('a'), 0],
      [sent('a'), 30],
      [asked('b', april), april],
      [offline('b'), april],
    );
    expect(fiscalClock(next, limits(36, 50), at(april + 1))).toMatchObject({
      until: at(april + 36),
    });
  });

  test('a paper that went out without a number starts it, and what is refused for good ends it', () => {
    const failed = bookOf([asked('a', 0), 0], [{ type: 'failed', documentId: 'a' }, 1]);
    expect(fiscalClock(failed, limits(2), at(1))).toMatchObject({ since: at(0), left: HOUR });
    const refused = afterChange(failed, { type: 'refused', documentId: 'a' }, at(1));
    expect(fiscalClock(refused, limits(2), at(5))).toBeNull();
  });
});

test('the longest shift ends by the hour', () => {
  expect(shiftEnd(at(0), DEFAULT_FISCAL)).toBe(at(24));
});

test('in whatever order facts come, each document is waiting, unsent or done, once', () => {
  const ids = ['a', 'b', 'c'] as const;
  const change = fc.oneof(
    fc.constantFrom(...ids).map(offline),
    fc.constantFrom(...ids).map((documentId): BookChange => ({
      type: 'registered',
      documentId,
      isSent: true,
    })),
    fc.constantFrom(...ids).map((documentId): BookChange => ({ type: 'failed', documentId })),
    fc.constantFrom(...ids).map((documentId): BookChange => ({ type: 'refused', documentId })),
    fc.constantFrom(...ids).map((documentId) => sent(documentId)),
  );
  fc.assert(
    fc.property(fc.array(change, { maxLength: 30 }), (changes) => {
      let book = ids.reduce((before, id) => afterChange(before, asked(id, 0), at(0)), EMPTY_BOOK);
      for (const one of changes) book = afterChange(book, one, at(1));
      const open = [...book.waiting, ...book.unsent].map(({ documentId }) => documentId);
      expect(new Set(open).size).toBe(open.length);
      const isCounted = book.unsent.length > 0 || book.waiting.some(({ isTold }) => isTold);
      expect(offlineSince(book) !== null).toBe(isCounted);
    }),
  );
});

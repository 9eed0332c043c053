import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { minor, type Minor } from '#shared/kernel/money.ts';
import { quickNotes } from './quick-notes.ts';

const KZT = [50_000, 100_000, 200_000, 500_000, 1_000_000, 2_000_000].map(minor);
const EUR = [500, 1_000, 2_000, 5_000, 10_000, 20_000].map(minor);

describe('quickNotes', () => {
  test.each<[string, number, Minor[], number[]]>([
    ['a loaf', 19_000, KZT, [50_000, 100_000]],
    ['a little over a note', 51_000, KZT, [100_000, 200_000]],
    ['a whole note: exact needs no button', 100_000, KZT, [200_000, 500_000]],
    ['a full trolley', 1_830_000, KZT, [2_000_000]],
    ['more than the largest note', 2_310_000, KZT, [2_400_000, 2_500_000]],
    ['one large note, though smaller ones come nearer', 708_800, KZT, [750_000, 1_000_000]],
    ['cents', 1_234, EUR, [1_500, 2_000]],
    ['nothing', 0, KZT, []],
    ['a country without notes', 19_000, [], []],
  ])('%s', (_, due, notes, expected) => {
    expect(quickNotes(minor(due), notes)).toEqual(expected);
  });

  test('as many as asked for', () => {
    expect(quickNotes(minor(19_000), KZT, 4)).toEqual([50_000, 100_000, 200_000, 500_000]);
    expect(quickNotes(minor(19_000), KZT, 0)).toEqual([]);
  });

  test('whatever is due: rising, above it, each once, whole notes', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 10_000_000 }),
        fc.constantFrom(KZT, EUR),
        (due, notes) => {
          const offered = quickNotes(minor(due), notes, 10);
          expect(offered).toEqual([...new Set(offered)].toSorted((a, b) => a - b));
          for (const amount of offered) {
            expect(amount).toBeGreaterThan(due);
            expect(amount % Number(notes[0])).toBe(0);
          }
        },
      ),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { judgeScan } from './judge-scan.ts';
import { onStroke, onTerminator, NO_BURST, USUAL_PACE } from './wedge.ts';

/** Moments of keys that come this far apart. */
const keys = (gaps: readonly number[]): number[] =>
  gaps.reduce<number[]>((times, gap) => [...times, (times.at(-1) ?? 0) + gap], [1000]);

const even = (count: number, gap: number): number[] =>
  keys(Array.from({ length: count - 1 }, () => gap));

describe('a scanner that is tried', () => {
  test('is right when its codes are told from typing already', () => {
    expect(judgeScan(even(14, 5), true, USUAL_PACE)).toEqual({ type: 'good' });
  });

  test('is told what is wrong with it', () => {
    expect(judgeScan(even(14, 5), false, USUAL_PACE)).toEqual({ type: 'noEnd' });
    expect(judgeScan(even(4, 5), true, USUAL_PACE)).toEqual({ type: 'tooShort' });
    expect(judgeScan(even(14, 150), true, USUAL_PACE)).toEqual({ type: 'tooSlow', gap: 150 });
  });

  test('is heard once the till is used to it, whatever its pace', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 110 }), { minLength: 6, maxLength: 30 }),
        (gaps) => {
          const times = keys(gaps);
          const verdict = judgeScan(times, true, USUAL_PACE);
          fc.pre(verdict.type === 'slow');
          const pace = verdict.type === 'slow' ? verdict.pace : USUAL_PACE;
          expect(judgeScan(times, true, pace).type).toBe('good');
          const burst = times
            .slice(0, -1)
            .reduce(
              (held, at) =>
                onStroke(held, { code: 'Digit1', char: '1', text: '1', at }, pace).burst,
              NO_BURST,
            );
          // What the last gap adds to the average is the terminator's own.
          const mean = ((times.at(-2) ?? 0) - (times[0] ?? 0)) / (times.length - 2);
          fc.pre(mean <= pace.average);
          expect(onTerminator(burst, times.at(-1) ?? 0, pace).scan).toHaveLength(times.length - 1);
        },
      ),
    );
  });
});

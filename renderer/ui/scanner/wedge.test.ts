import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { codeToChar } from './code-to-char.ts';
import {
  AVERAGE_GAP,
  type Burst,
  isOver,
  LONGEST_GAP,
  NO_BURST,
  onInterruption,
  onStroke,
  onTerminator,
  SHORTEST_SCAN,
} from './wedge.ts';

type Key = { code: string; text: string; shift?: boolean; gap: number };

/** Feeds keys and a final Enter, `gap` milliseconds after one another, and says what came out. */
const enter = (
  keys: readonly Key[],
  lastGap: number,
): { scan: string | undefined; typed: string } => {
  let burst: Burst = NO_BURST;
  let typed = '';
  let at = 1000;
  for (const { code, text, shift = false, gap } of keys) {
    at += gap;
    const step = onStroke(burst, { code, char: codeToChar(code, shift) ?? '', text, at });
    typed += step.typed.map((stroke) => stroke.text).join('');
    burst = step.burst;
  }
  const end = onTerminator(burst, at + lastGap);
  return { scan: end.scan, typed: typed + end.typed.map((stroke) => stroke.text).join('') };
};

/** Physical keys and what three layouts print on them. */
const PLACES = [
  ['Digit1', '1', '"'],
  ['Digit2', '2', 'ә'],
  ['Digit3', '3', 'і'],
  ['Digit9', '9', 'ө'],
  ['Digit0', '0', 'ұ'],
  ['KeyA', 'a', 'ф'],
  ['KeyQ', 'q', 'й'],
  ['Minus', '-', 'қ'],
  ['Semicolon', ';', 'ж'],
] as const;

const place = fc.constantFrom(...PLACES);
const keysWith = (gap: fc.Arbitrary<number>, minLength: number, maxLength: number) =>
  fc.array(
    fc.tuple(place, gap, fc.boolean()).map(([[code, , text], ms]) => ({ code, text, gap: ms })),
    { minLength, maxLength },
  );

describe('a scan', () => {
  test('an EAN-13 at a scanner’s pace', () => {
    const keys = Array.from('4870004411111', (digit) => ({
      code: `Digit${digit}`,
      text: digit,
      gap: 8,
    }));
    expect(enter(keys, 8)).toEqual({ scan: '4870004411111', typed: '' });
  });

  test('means the same in every layout', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(place, fc.boolean()), { minLength: SHORTEST_SCAN, maxLength: 40 }),
        fc.integer({ min: 1, max: AVERAGE_GAP }),
        fc.constantFrom(1, 2),
        (places, gap, layout) => {
          const keys = places.map(([key, shift]) => ({
            code: key[0],
            text: key[layout],
            shift,
            gap,
          }));
          const meant = places.map(([key, shift]) => codeToChar(key[0], shift)).join('');
          expect(enter(keys, gap)).toEqual({ scan: meant, typed: '' });
        },
      ),
    );
  });

  test('capitals and signs come from Shift, not from the layout', () => {
    expect(codeToChar('KeyW', true)).toBe('W');
    expect(codeToChar('Digit5', true)).toBe('%');
    expect(codeToChar('Numpad7', false)).toBe('7');
    expect(codeToChar('F8', false)).toBeUndefined();
    expect(codeToChar('ArrowUp', false)).toBeUndefined();
  });

  test('may be uneven, within its longest gap', () => {
    const gaps = [0, 10, 60, 10, 60, 10, 30];
    const keys = gaps.map((gap) => ({ code: 'Digit7', text: '7', gap }));
    expect(enter(keys, 60).scan).toBe('7777777');
  });

  test('after typing: only the scan is taken out', () => {
    const typed = Array.from('мол', (text) => ({ code: 'KeyV', text, gap: 150 }));
    const scanned = Array.from('20012345', (digit, index) => ({
      code: `Digit${digit}`,
      text: digit,
      gap: index === 0 ? 200 : 5,
    }));
    expect(enter([...typed, ...scanned], 5)).toEqual({ scan: '20012345', typed: 'мол' });
  });
});

describe('typing is never a scan, and none of it is lost', () => {
  const lettersOf = (keys: readonly Key[]) => keys.map(({ text }) => text).join('');

  test('at any pace of a person', () => {
    fc.assert(
      fc.property(
        keysWith(fc.integer({ min: AVERAGE_GAP + 1, max: 400 }), 0, 30),
        fc.nat(400),
        (keys, last) => {
          expect(enter(keys, last)).toEqual({ scan: undefined, typed: lettersOf(keys) });
        },
      ),
    );
  });
  test('fewer keys than a scan has, however fast', () => {
    fc.assert(
      fc.property(keysWith(fc.nat(400), 0, SHORTEST_SCAN - 1), fc.nat(400), (keys, last) => {
        expect(enter(keys, last)).toEqual({ scan: undefined, typed: lettersOf(keys) });
      }),
    );
  });
  test('an Enter that comes late, by itself', () => {
    fc.assert(
      fc.property(
        keysWith(fc.nat(30), 0, 30),
        fc.integer({ min: LONGEST_GAP + 1, max: 999 }),
        (keys, last) => {
          expect(enter(keys, last)).toEqual({ scan: undefined, typed: lettersOf(keys) });
        },
      ),
    );
  });
  test('whatever the gaps, keys are either scanned or typed', () => {
    fc.assert(
      fc.property(keysWith(fc.nat(80), 0, 40), fc.nat(80), (keys, last) => {
        const { scan = '', typed } = enter(keys, last);
        expect(scan.length + typed.length).toBe(keys.length);
      }),
    );
  });
});

describe('what ends a burst', () => {
  const stroke = { code: 'Digit1', char: '1', text: '1', at: 1000 };
  test('silence', () => {
    expect(isOver([stroke], 1000 + LONGEST_GAP)).toBe(false);
    expect(isOver([stroke], 1001 + LONGEST_GAP)).toBe(true);
  });
  test('any other key', () => {
    expect(onInterruption([stroke])).toEqual({ burst: [], typed: [stroke] });
  });
});

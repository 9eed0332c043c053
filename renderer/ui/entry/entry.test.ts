import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  charsToEntryKeys,
  EMPTY_ENTRY,
  type EntryKey,
  entryValue,
  freshEntry,
  pressEntryKey,
} from './entry.ts';

const typed = (keys: readonly EntryKey[], scale: number, start = EMPTY_ENTRY) =>
  keys.reduce((entry, key) => pressEntryKey(entry, key, scale), start);

describe('a number being typed', () => {
  test('digits, double zeros and decimals', () => {
    expect(entryValue(typed(['2', '0', '00'], 0), 0)).toBe(2000);
    expect(entryValue(typed(['1', 'point', '2', '4', '5'], 3), 3)).toBe(1245);
    expect(entryValue(typed(['point', '5'], 3), 3)).toBe(500);
  });
  test('the first digit replaces a fresh value, a correction empties it', () => {
    expect(typed(['2'], 0, freshEntry(15_881, 0)).text).toBe('2');
    expect(typed(['backspace'], 0, freshEntry(15_881, 0)).text).toBe('');
    expect(typed(['point', '5'], 3, freshEntry(2000, 3)).text).toBe('0.5');
  });
  test('keys that make no sense change nothing', () => {
    expect(typed(['1', 'point', 'point', '5', '7', '9'], 2).text).toBe('1.57');
    expect(typed(['1', 'point', '5'], 0).text).toBe('15');
    expect(typed(['0', '0', '7'], 2).text).toBe('7');
    expect(typed(Array<EntryKey>(20).fill('9'), 0).text).toBe('999999999');
    expect(typed(['backspace', 'clear'], 2).text).toBe('');
  });
  test('nothing typed is no number', () => {
    expect(entryValue(EMPTY_ENTRY, 2)).toBeUndefined();
  });
  test('a fresh value is the value', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000_000), fc.constantFrom(0, 2, 3), (value, scale) => {
        expect(entryValue(freshEntry(value, scale), scale)).toBe(value);
      }),
    );
  });
  test('whatever is pressed, the entry is empty or a number of the scale', () => {
    const key = fc.constantFrom<EntryKey>('0', '1', '9', '00', 'point', 'backspace', 'clear');
    fc.assert(
      fc.property(fc.array(key), fc.constantFrom(0, 2, 3), (keys, scale) => {
        const entry = typed(keys, scale);
        expect(entry.text === '' || entryValue(entry, scale) !== undefined).toBe(true);
      }),
    );
  });
  test('understands both decimal marks of a keyboard and nothing but numbers', () => {
    expect(charsToEntryKeys('1,5')).toEqual(['1', 'point', '5']);
    expect(charsToEntryKeys('a-2.')).toEqual(['2', 'point']);
  });
});

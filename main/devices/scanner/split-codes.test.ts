import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createCodeSplitter } from './split-codes.ts';

const codesOf = (...chunks: readonly (string | readonly number[])[]): string[] => {
  const splitter = createCodeSplitter();
  return chunks.flatMap((chunk) =>
    splitter.hear(typeof chunk === 'string' ? Buffer.from(chunk) : Uint8Array.from(chunk)),
  );
};

describe('codes of a scanner', () => {
  test('end as each maker ends them, and an empty one is none', () => {
    for (const end of ['\r', '\n', '\r\n', '\t', '\u0003', '\u0004'])
      expect(codesOf(`4006381333931${end}\u000246009333${end}`)).toEqual([
        '4006381333931',
        '46009333',
      ]);
    expect(codesOf('\r\n\r\n')).toEqual([]);
  });

  test('keep the separators of GS1 and the letters of every alphabet, and bytes that are no text', () => {
    expect(codesOf([0x30, 0x31, 0x1d, 0x32, 0x0d])).toEqual(['01\u001D2']);
    expect(codesOf('Қазақ ґанок 🎁\r')).toEqual(['Қазақ ґанок 🎁']);
    expect(codesOf([0x41, 0xe9, 0x42, 0x0d])).toEqual(['AéB']);
  });

  test('are the same however the line cuts them into pieces', () => {
    const code = fc.string({
      unit: fc.constantFrom('0', '9', 'A', 'ж', '\u001D'),
      minLength: 1,
      maxLength: 40,
    });
    fc.assert(
      fc.property(fc.array(code, { maxLength: 6 }), fc.array(fc.nat(500)), (codes, cuts) => {
        const bytes = Buffer.from(codes.map((each) => `${each}\r`).join(''));
        const places = [0, ...cuts.filter((at) => at < bytes.length).toSorted((a, b) => a - b)];
        const chunks = places.map((from, index) => [...bytes.subarray(from, places[index + 1])]);
        expect(codesOf(...chunks)).toEqual(codes);
      }),
    );
  });

  test('noise without an end takes no memory and is no code, and the next code is heard', () => {
    const noise = Array.from({ length: 100_000 }, () => 0x55);
    expect(codesOf(noise, [0x0d], '46009333\r')).toEqual(['46009333']);
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyText } from './any-text.fixture.ts';
import { canonicalJson } from './canonical-json.ts';

/** Anything JSON can say with whole numbers, strings with NUL and halves of characters among them. */
const oddText = anyText().map((text) => `${text}\0\ud800`);
const { value: anyJson } = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.constant(null),
    fc.boolean(),
    fc.maxSafeInteger().map((number) => number + 0),
    oddText,
    fc.array(tie('value')),
    fc.dictionary(fc.oneof(oddText, fc.string()), tie('value'), { noNullPrototype: true }),
  ),
}));

const shuffled = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(shuffled);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, member]) => [key, shuffled(member)]),
  );
};

describe('P1 canonical JSON', () => {
  test('P1 says what the value says', () => {
    fc.assert(
      fc.property(anyJson, (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(value);
      }),
    );
  });

  test('P1 is one text for one value, whatever the order of its members', () => {
    fc.assert(
      fc.property(anyJson, (value) => {
        const text = canonicalJson(value);
        expect(canonicalJson(shuffled(value))).toBe(text);
        expect(canonicalJson(JSON.parse(text))).toBe(text);
      }),
    );
  });

  test('P1 holds no NUL and no half of a character, so that any text column takes it', () => {
    fc.assert(
      fc.property(anyJson, (value) => {
        expect(canonicalJson(value)).not.toMatch(/\0|\p{Surrogate}/u);
      }),
    );
  });

  test('P1 sorts members by UTF-16 code unit and writes no white space', () => {
    const value = { ж: 1, a: [1, { z: null, b: 'x y' }], '10': 2, '2': 3, B: true };
    expect(canonicalJson(value)).toBe('{"10":2,"2":3,"B":true,"a":[1,{"b":"x y","z":null}],"ж":1}');
  });

  test('leaves out what is undefined', () => {
    expect(canonicalJson({ a: undefined, b: 1 })).toBe('{"b":1}');
  });

  test.each([0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])(
    'refuses the number %s',
    (number) => expect(() => canonicalJson([number])).toThrow(RangeError),
  );

  test.each([undefined, () => 1, Symbol('s')])('refuses what is not JSON', (value) =>
    expect(() => canonicalJson([value])).toThrow(TypeError),
  );
});

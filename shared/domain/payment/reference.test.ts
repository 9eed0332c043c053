import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Value } from 'typebox/value';
import { anyText } from '#shared/kernel/any-text.fixture.ts';
import { LONGEST_REFERENCE, shortReference } from './reference.ts';
import { Refund } from './schema.ts';

test('a reference that an operation holds is kept to the letter', () => {
  expect(shortReference('RRN 77')).toBe('RRN 77');
  expect(shortReference('R'.repeat(LONGEST_REFERENCE))).toBe('R'.repeat(LONGEST_REFERENCE));
});

test('of a longer one both ends are kept', () => {
  const short = shortReference(`first${'-'.repeat(200)}last`);
  expect(short).toMatch(/^first-+…-+last$/);
});

test('J3: whatever a machine says becomes a reference that an operation can hold', () => {
  const schema = Refund.properties.reference;
  fc.assert(
    fc.property(anyText({ maxLength: 300 }), (text) => {
      const short = shortReference(text);
      expect(short).not.toMatch(/\p{Surrogate}/u);
      expect(Value.Check(schema, short)).toBe(true);
    }),
    { numRuns: 30 },
  );
});

import fc from 'fast-check';

/** A code point that is no half of a pair. Those of ASCII are as likely as all others, as they mean something. */
const letter = fc
  .oneof(
    fc.integer({ min: 0, max: 0x7f }),
    fc.integer({ min: 0x80, max: 0xd7ff }),
    fc.integer({ min: 0xe000, max: 0x10ffff }),
  )
  .map(
    (point) => String.fromCodePoint(point),
    (text) => (typeof text === 'string' ? (text.codePointAt(0) ?? 0) : 0),
  );

/** Any text at all. It is what fast-check's unit `binary` makes, which takes a second to begin with. */
export const anyText = (
  length: { readonly minLength?: number; readonly maxLength?: number } = {},
): fc.Arbitrary<string> => fc.string({ unit: letter, ...length });

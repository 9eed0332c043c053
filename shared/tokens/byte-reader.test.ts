import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { base32, base64Url, bytesToHex, hexToBytes } from './binary-text.ts';
import { createByteReader, EARLIEST } from './byte-reader.ts';
import { createByteWriter } from './byte-writer.ts';

const bytes = fc.uint8Array().map((array) => [...array]);

test('what was written is read back', () => {
  const text = fc.oneof(
    fc.uuid(),
    fc.nat().map(String),
    fc.string({ unit: fc.constantFrom(...Array.from('AZaz09 -._~')) }),
  );
  const time = fc
    .integer({ min: EARLIEST, max: EARLIEST + 4e12 })
    .map((at) => new Date(at).toISOString());
  fc.assert(
    fc.property(fc.array(text), fc.maxSafeNat(), time, bytes, (texts, number, at, raw) => {
      const writer = createByteWriter();
      writer.list(texts, writer.text);
      writer.number(number);
      writer.time(at);
      writer.hex(bytesToHex(raw));
      const reader = createByteReader(writer.bytes);
      expect(reader.list(reader.text)).toEqual(texts);
      expect(reader.number()).toBe(number);
      expect(reader.time()).toBe(at);
      expect(hexToBytes(reader.hex(raw.length))).toEqual(raw);
      expect(reader.isWhole()).toBe(true);
    }),
  );
});

test('reading any bytes ends, without a throw', () => {
  fc.assert(
    fc.property(bytes, (any) => {
      const reader = createByteReader(any);
      reader.list(() => [reader.text(), reader.time(), reader.hex(4), reader.number()]);
      expect(reader.isWhole()).toBeTypeOf('boolean');
    }),
  );
});

test('a count that cannot be is not believed', () => {
  const writer = createByteWriter();
  writer.number(Number.MAX_SAFE_INTEGER);
  const reader = createByteReader(writer.bytes);
  expect(reader.list(reader.number)).toEqual([]);
  expect(reader.isWhole()).toBe(false);
});

test('every byte string has one text, and no other text stands for it', () => {
  fc.assert(
    fc.property(bytes, fc.constantFrom(base32, base64Url), (any, form) => {
      expect(form.decode(form.encode(any))).toEqual(any);
    }),
  );
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...Array.from('ABYZ267')) }), (text) => {
      const decoded = base32.decode(text);
      expect([null, text]).toContain(decoded && base32.encode(decoded));
    }),
  );
  expect(base64Url.encode([...Buffer.from('чек')])).toBe(Buffer.from('чек').toString('base64url'));
  expect(base32.encode([...Buffer.from('foobar')])).toBe('MZXW6YTBOI');
});

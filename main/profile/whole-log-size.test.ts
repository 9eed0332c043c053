import { Crc32c } from '@aws-crypto/crc32c';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { wholeLogSize } from './whole-log-size.ts';

const BLOCK = 32_768;
const HEADER = 7;

const fragment = (type: number, data: Uint8Array): Buffer => {
  const body = Buffer.from([type, ...data]);
  const crc = new Crc32c().update(body).digest();
  const head = Buffer.alloc(HEADER - 1);
  head.writeUInt32LE((((crc >>> 15) | (crc << 17)) + 0xa282ead8) >>> 0);
  head.writeUInt16LE(data.length, 4);
  return Buffer.concat([head, body]);
};

/** A log as LevelDB writes it, and its size after each entry. */
const logOf = (entries: readonly Uint8Array[]): { log: Buffer; ends: readonly number[] } => {
  const pieces: Buffer[] = [];
  const ends = [0];
  let size = 0;
  const add = (piece: Buffer): void => {
    pieces.push(piece);
    size += piece.length;
  };
  for (const entry of entries) {
    let begin = 0;
    do {
      const left = BLOCK - (size % BLOCK);
      if (left < HEADER) add(Buffer.alloc(left));
      const end = Math.min(entry.length, begin + BLOCK - (size % BLOCK) - HEADER);
      const isFirst = begin === 0;
      const isLast = end === entry.length;
      add(fragment(isFirst ? (isLast ? 1 : 2) : isLast ? 4 : 3, entry.subarray(begin, end)));
      begin = end;
    } while (begin < entry.length);
    ends.push(size);
  }
  return { log: Buffer.concat(pieces), ends };
};

/** Entries without zeros, so that none looks like a disk that was not written. */
const entries = fc.array(
  fc
    .tuple(fc.integer({ min: 1, max: 50_000 }), fc.integer({ min: 1, max: 255 }))
    .map(([size, byte]) => new Uint8Array(size).fill(byte)),
  { minLength: 1, maxLength: 3 },
);
/** Each is a hundred kilobytes of sums. */
const RUNS = { numRuns: 20 };
const place = fc.double({ min: 0, max: 1, noNaN: true });

const lastEnd = (ends: readonly number[], size: number): number =>
  Math.max(...ends.filter((end) => end <= size));

describe('the whole part of a log', () => {
  test('is all of a log whose writer came to an end', () => {
    fc.assert(
      fc.property(entries, (each) => {
        const { log } = logOf(each);
        expect(wholeLogSize(log)).toBe(log.length);
      }),
      RUNS,
    );
  });

  test('ends before an entry that was not written to its end, be it short or zeros', () => {
    fc.assert(
      fc.property(entries, place, fc.integer({ min: 0, max: 5000 }), (each, share, zeros) => {
        const { log, ends } = logOf(each);
        const size = Math.floor(share * (log.length - 1));
        const torn = Buffer.concat([log.subarray(0, size), Buffer.alloc(zeros)]);
        expect(wholeLogSize(torn)).toBe(lastEnd(ends, size));
      }),
      RUNS,
    );
  });

  test('ends before an entry of which a byte was never written', () => {
    fc.assert(
      fc.property(entries, place, (each, share) => {
        const { log, ends } = logOf(each);
        const at = Math.floor(share * (log.length - 1));
        // The rest of a block that is too small for a header belongs to no entry.
        fc.pre(log.readUInt8(at) !== 0);
        const torn = Buffer.from(log);
        torn.writeUInt8(0, at);
        expect(wholeLogSize(torn)).toBe(lastEnd(ends, at));
      }),
      RUNS,
    );
  });
});

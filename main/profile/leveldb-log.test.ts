import { Crc32c } from '@aws-crypto/crc32c';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readLevelDbLog, writeLevelDbLog } from './leveldb-log.ts';

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

/** A log as LevelDB writes it behind so many bytes, and its size after each entry. */
const logOf = (entries: readonly Uint8Array[], from = 0) => {
  const pieces: Buffer[] = [];
  const ends = [0];
  let size = from;
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

const same = (left: readonly Uint8Array[], right: readonly Uint8Array[]): boolean =>
  left.length === right.length &&
  left.every((entry, index) => Buffer.compare(entry, right[index] ?? Buffer.alloc(0)) === 0);

describe('a log', () => {
  test('whose writer came to an end is whole, and is written so', () => {
    fc.assert(
      fc.property(entries, (each) => {
        const { log } = logOf(each);
        const read = readLevelDbLog(log);
        expect(read).toMatchObject({ whole: log.length, isTornInside: false });
        expect(same(read.entries, each)).toBe(true);
        expect(writeLevelDbLog(each).equals(log)).toBe(true);
      }),
      RUNS,
    );
  });

  test('is whole up to an entry that was not written to its end, be it short or zeros', () => {
    fc.assert(
      fc.property(entries, place, fc.integer({ min: 0, max: 5000 }), (each, share, zeros) => {
        const { log, ends } = logOf(each);
        const size = Math.floor(share * (log.length - 1));
        const torn = Buffer.concat([log.subarray(0, size), Buffer.alloc(zeros)]);
        const read = readLevelDbLog(torn);
        expect(read).toMatchObject({ whole: lastEnd(ends, size), isTornInside: false });
        expect(read.entries).toHaveLength(ends.indexOf(read.whole));
      }),
      RUNS,
    );
  });

  test('lacks an entry of which a byte was never written, and has those behind it', () => {
    fc.assert(
      fc.property(entries, place, (each, share) => {
        const { log, ends } = logOf(each);
        const at = Math.floor(share * (log.length - 1));
        // The rest of a block that is too small for a header belongs to no entry.
        fc.pre(log.readUInt8(at) !== 0);
        const torn = Buffer.from(log);
        torn.writeUInt8(0, at);
        const lost = ends.findLastIndex((end) => end <= at);
        const read = readLevelDbLog(torn);
        expect(read).toMatchObject({ whole: ends[lost], isTornInside: lost < each.length - 1 });
        expect(same(read.entries, each.toSpliced(lost, 1))).toBe(true);
      }),
      RUNS,
    );
  });

  test('has what was written behind an entry that a full disk refused half-way, in the same block or not', () => {
    fc.assert(
      fc.property(entries, entries, place, (before, after, share) => {
        const { log: begun, ends } = logOf([...before, new Uint8Array(60_000).fill(7)]);
        const last = ends.at(-2) ?? 0;
        const torn = begun.subarray(0, last + 1 + Math.floor(share * (begun.length - last - 2)));
        const { log } = logOf(after, torn.length);
        const read = readLevelDbLog(Buffer.concat([torn, log]));
        expect(read).toMatchObject({ whole: last, isTornInside: true });
        expect(same(read.entries, [...before, ...after])).toBe(true);
      }),
      RUNS,
    );
  });
});

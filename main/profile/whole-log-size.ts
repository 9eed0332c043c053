import { Crc32c } from '@aws-crypto/crc32c';

// The format of a LevelDB log: blocks of records, each with a masked CRC-32C, a length and a type before it.
// https://github.com/google/leveldb/blob/main/doc/log_format.md
const BLOCK = 32_768;
const HEADER = 7;
const FULL = 1;
const FIRST = 2;
const MIDDLE = 3;
const LAST = 4;

const maskedCrc = (typeAndData: Uint8Array): number => {
  const crc = new Crc32c().update(typeAndData).digest();
  return (((crc >>> 15) | (crc << 17)) + 0xa282ead8) >>> 0;
};

/** The record that begins at `offset`; undefined where it is not whole. */
const recordAt = (log: Buffer, offset: number): { type: number; end: number } | undefined => {
  if (offset + HEADER > log.length) return undefined;
  const type = log.readUInt8(offset + 6);
  const end = offset + HEADER + log.readUInt16LE(offset + 4);
  const blockEnd = offset - (offset % BLOCK) + BLOCK;
  if (type < FULL || type > LAST || end > Math.min(log.length, blockEnd)) return undefined;
  const isWhole = log.readUInt32LE(offset) === maskedCrc(log.subarray(offset + 6, end));
  return isWhole ? { type, end } : undefined;
};

/**
 * How many bytes of a LevelDB log are whole entries, from its beginning. What lies behind them was being written when
 * the program ended, or the power.
 */
export const wholeLogSize = (log: Buffer): number => {
  let whole = 0;
  let isInside = false;
  for (let offset = 0; ;) {
    const left = BLOCK - (offset % BLOCK);
    if (left < HEADER) offset += left;
    const record = recordAt(log, offset);
    if (!record) return whole;
    const isContinued = record.type === MIDDLE || record.type === LAST;
    if (isContinued !== isInside) return whole;
    isInside = record.type === FIRST || record.type === MIDDLE;
    offset = record.end;
    if (!isInside) whole = offset;
  }
};

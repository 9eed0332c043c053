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

/** Where a record begins next, from `offset` on; the size of the log where none does. */
const nextRecord = (log: Buffer, offset: number): number => {
  let place = offset;
  while (place < log.length && !recordAt(log, place)) place += 1;
  return place;
};

export type LevelDbLog = {
  /** What was written whole, in order, where something torn is left out. */
  readonly entries: readonly Uint8Array[];
  /** How many bytes are whole entries, from the beginning. */
  readonly whole: number;
  /** Whether whole entries lie behind something torn. */
  readonly isTornInside: boolean;
};

/**
 * Reads a log. What is torn at its end was being written when the program ended, or the power; what is torn inside of it
 * was refused by a full disk, and more was written behind it.
 */
export const readLevelDbLog = (log: Buffer): LevelDbLog => {
  const entries: Uint8Array[] = [];
  let pieces: Uint8Array[] = [];
  let whole = 0;
  let isTorn = false;
  let isTornInside = false;
  for (let offset = 0; offset < log.length;) {
    const left = BLOCK - (offset % BLOCK);
    const begin = left < HEADER ? offset + left : offset;
    const record = recordAt(log, begin);
    if (!record) {
      isTorn = true;
      pieces = [];
      offset = nextRecord(log, begin + 1);
      continue;
    }
    const { type, end } = record;
    const isFirst = type === FULL || type === FIRST;
    if (isFirst !== (pieces.length === 0)) isTorn = true;
    if (isFirst) pieces = [];
    if (isFirst || pieces.length > 0) pieces.push(log.subarray(begin + HEADER, end));
    offset = end;
    if ((type !== FULL && type !== LAST) || pieces.length === 0) continue;
    entries.push(Buffer.concat(pieces));
    pieces = [];
    if (isTorn) isTornInside = true;
    else whole = end;
  }
  return { entries, whole, isTornInside };
};

const recordOf = (type: number, data: Uint8Array): Buffer => {
  const body = Buffer.from([type, ...data]);
  const head = Buffer.alloc(HEADER - 1);
  head.writeUInt32LE(maskedCrc(body));
  head.writeUInt16LE(data.length, 4);
  return Buffer.concat([head, body]);
};

/** A log of these entries alone. */
export const writeLevelDbLog = (entries: readonly Uint8Array[]): Buffer => {
  const records: Buffer[] = [];
  let size = 0;
  const add = (bytes: Buffer): void => {
    records.push(bytes);
    size += bytes.length;
  };
  for (const entry of entries) {
    let begin = 0;
    do {
      const left = BLOCK - (size % BLOCK);
      if (left < HEADER) add(Buffer.alloc(left));
      const end = Math.min(entry.length, begin + BLOCK - (size % BLOCK) - HEADER);
      const isLast = end === entry.length;
      const type = begin === 0 ? (isLast ? FULL : FIRST) : isLast ? LAST : MIDDLE;
      add(recordOf(type, entry.subarray(begin, end)));
      begin = end;
    } while (begin < entry.length);
  }
  return Buffer.concat(records);
};

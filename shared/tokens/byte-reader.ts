import { bytesToHex } from './binary-text.ts';

/** 2020-01-01T00:00:00Z: times are written as milliseconds since then. */
export const EARLIEST = 1_577_836_800_000;

/** The last millisecond of the year 9999. */
const LATEST = 253_402_300_799_999;

/**
 * Takes values from bytes in the order in which `byte-writer.ts` wrote them. It never throws: past the end, or at
 * something that was never written so, it hands out empty values, and `isWhole` says so at the end.
 */
export type ByteReader = {
  readonly number: () => number;
  readonly text: () => string;
  readonly time: () => string;
  readonly hex: (length: number) => string;
  readonly raw: (length: number) => readonly number[];
  readonly list: <Item>(read: () => Item) => Item[];
  /** Everything was read, and nothing was wrong. */
  readonly isWhole: () => boolean;
};

const uuidOf = (hex: string): string =>
  [[0, 8], [8, 12], [12, 16], [16, 20], [20]].map(([from, to]) => hex.slice(from, to)).join('-');

export const createByteReader = (bytes: readonly number[]): ByteReader => {
  let place = 0;
  let isBroken = false;

  const raw = (length: number): readonly number[] => {
    if (length > bytes.length - place) {
      isBroken = true;
      return [];
    }
    place += length;
    return bytes.slice(place - length, place);
  };

  const number = (): number => {
    let value = 0;
    let unit = 1;
    for (;;) {
      const [byte] = raw(1);
      if (byte === undefined) return 0;
      value += (byte & 0x7f) * unit;
      if (!Number.isSafeInteger(value)) isBroken = true;
      if (isBroken) return 0;
      if (byte < 0x80) return value;
      unit *= 0x80;
    }
  };

  const hex = (length: number): string => bytesToHex(raw(length));

  const text = (): string => {
    const form = number();
    if (form === 0) return uuidOf(hex(16));
    if (form === 1) return String(number());
    return String.fromCharCode(...raw(form - 2));
  };

  const time = (): string => {
    const at = number() + EARLIEST;
    if (at <= LATEST) return new Date(at).toISOString();
    isBroken = true;
    return '';
  };

  return {
    number,
    text,
    time,
    hex,
    raw,
    list: (read) => {
      const count = number();
      // Every item takes a byte at least: a larger count is a lie, and must not be believed.
      if (count > bytes.length - place) isBroken = true;
      return isBroken ? [] : Array.from({ length: count }, read);
    },
    isWhole: () => !isBroken && place === bytes.length,
  };
};

import { EARLIEST } from './byte-reader.ts';
import { hexToBytes } from './binary-text.ts';

/** Appends values to bytes; `byte-reader.ts` reads them back. */
export type ByteWriter = {
  readonly bytes: readonly number[];
  /** A whole number from 0 to 2^53 − 1: seven bits a byte, the lowest first, the eighth says that more follow. */
  readonly number: (value: number) => void;
  /** An id or a code in printable ASCII: UUIDs and decimal numbers take less room than their letters. */
  readonly text: (value: string) => void;
  /** ISO 8601 UTC with milliseconds, from 2020 on. */
  readonly time: (value: string) => void;
  /** Bytes of a length that the reader knows. */
  readonly hex: (value: string) => void;
  readonly raw: (value: readonly number[]) => void;
  readonly list: <Item>(items: readonly Item[], write: (item: Item) => void) => void;
};

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const DECIMAL = /^(0|[1-9][0-9]{0,14})$/;

export const createByteWriter = (): ByteWriter => {
  const bytes: number[] = [];

  const number = (value: number): void => {
    if (!Number.isSafeInteger(value) || value < 0) throw new RangeError(`not writable: ${value}`);
    let rest = value;
    while (rest >= 0x80) {
      bytes.push((rest % 0x80) | 0x80);
      rest = Math.floor(rest / 0x80);
    }
    bytes.push(rest);
  };

  const text = (value: string): void => {
    if (UUID.test(value)) {
      bytes.push(0, ...hexToBytes(value.replaceAll('-', '')));
    } else if (DECIMAL.test(value)) {
      bytes.push(1);
      number(Number(value));
    } else {
      if (!/^[ -~]*$/.test(value)) throw new RangeError('not printable ASCII');
      number(value.length + 2);
      bytes.push(...Array.from(value, (letter) => letter.charCodeAt(0)));
    }
  };

  return {
    bytes,
    number,
    text,
    time: (value) => number(Date.parse(value) - EARLIEST),
    hex: (value) => bytes.push(...hexToBytes(value)),
    raw: (value) => bytes.push(...value),
    list: (items, write) => {
      number(items.length);
      for (const item of items) write(item);
    },
  };
};

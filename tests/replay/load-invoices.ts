import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import { bookRows } from './rules/book-rows.ts';
import type { Booking } from './rules/booking.ts';
import { readRows } from './rules/read-rows.ts';
import type { RefusedRow, Row } from './rules/row.ts';

export type Invoices = {
  /** The file, unpacked. */
  readonly bytes: Uint8Array;
  /** Lines in it, but for the header. */
  readonly rowsIn: number;
  /** Those that make sense. */
  readonly rows: readonly Row[];
  readonly bookings: readonly Booking[];
  readonly refused: readonly RefusedRow[];
};

const isPacked = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;

const NEWLINE = 0x0a;

const countLines = (bytes: Uint8Array): number =>
  bytes.reduce((count, byte) => (byte === NEWLINE ? count + 1 : count), 0) +
  (bytes.at(-1) === NEWLINE ? 0 : 1);

/** Reads a CSV or CSV.gz of invoices; null when its header is another one. Rejects when there is no such file. */
export const loadInvoices = async (file: string): Promise<Invoices | null> => {
  const stored = await readFile(file);
  const bytes = isPacked(stored) ? gunzipSync(stored) : stored;
  const read = readRows(bytes);
  if (read === null) return null;
  const { bookings, refused } = bookRows(read.rows);
  return {
    bytes,
    rowsIn: countLines(bytes) - 1,
    rows: read.rows,
    bookings,
    refused: [...read.refused, ...refused],
  };
};

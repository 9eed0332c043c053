import { parse } from 'csv-parse/sync';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { type Cells, HEADER, parseRow } from './parse-row.ts';
import type { Refusal, RefusedRow, Row } from './row.ts';

export type ReadFile = { readonly rows: readonly Row[]; readonly refused: readonly RefusedRow[] };

const NEWLINE = 0x0a;

/** A row is a line, so that a quote which is never closed spoils its own row and no other. */
function* linesOf(bytes: Uint8Array): Generator<Uint8Array> {
  let start = 0;
  for (let end = bytes.indexOf(NEWLINE); end >= 0; end = bytes.indexOf(NEWLINE, start)) {
    yield bytes.subarray(start, end);
    start = end + 1;
  }
  if (start < bytes.length) yield bytes.subarray(start);
}

const decoder = new TextDecoder('utf-8', { fatal: true });

const textOf = (line: Uint8Array): Result<string, Refusal> => {
  try {
    return ok(decoder.decode(line).replace(/\r$/, ''));
  } catch {
    return fail('encoding_invalid');
  }
};

/** Most lines hold no quote, and then a comma is a comma; null = the quotes make no sense. */
const splitCells = (text: string): string[] | null => {
  if (!text.includes('"')) return text.split(',');
  try {
    return parse(text, { relax_column_count: true })[0] ?? [];
  } catch {
    return null;
  }
};

const isWhole = (cells: readonly string[]): cells is Cells => cells.length === 8;

const cellsOf = (bytes: Uint8Array): Result<Cells, Refusal> => {
  const text = textOf(bytes);
  if (!text.ok) return text;
  const cells = splitCells(text.value);
  if (cells === null) return fail('quotes_invalid');
  return isWhole(cells) ? ok(cells) : fail('column_count');
};

/** Reads the whole file (CSV, UTF-8, header first). Null when its header is another one. */
export const readRows = (bytes: Uint8Array): ReadFile | null => {
  const lines = linesOf(bytes);
  const header = lines.next();
  const names = header.done === true ? null : textOf(header.value);
  if (names?.ok !== true || names.value !== HEADER) return null;
  const rows: Row[] = [];
  const refused: RefusedRow[] = [];
  let line = 1;
  for (const bytesOfLine of lines) {
    line += 1;
    const cells = cellsOf(bytesOfLine);
    const row = cells.ok ? parseRow(line, cells.value) : cells;
    if (row.ok) rows.push(row.value);
    else refused.push({ line, reason: row.problem });
  }
  return { rows, refused };
};

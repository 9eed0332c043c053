import { parse } from 'csv-parse/sync';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { type CatalogRow, type FindTaxRate, parseRow } from './parse-row.ts';
import { type Column, COLUMNS, type RowProblem } from './row-problem.ts';

/** A row of the file, or why it cannot be one. `line` counts from 1, the header included. */
export type ReadRow = { readonly line: number; readonly row: Result<CatalogRow, RowProblem> };

export type HeaderProblem =
  | { readonly type: 'header_unreadable' }
  | { readonly type: 'column_missing'; readonly column: Column }
  | { readonly type: 'column_unknown'; readonly column: string }
  | { readonly type: 'column_repeated'; readonly column: Column };

export type CatalogFile = {
  readonly columns: readonly Column[];
  readonly rows: AsyncGenerator<ReadRow, void>;
};

const NEWLINE = 0x0a;

/**
 * A row is a line: a quote that is never closed spoils its own row and no other, so a quoted field cannot hold a line
 * break.
 */
async function* linesOf(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void> {
  let parts: Uint8Array[] = [];
  for await (const chunk of bytes) {
    let start = 0;
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, start)) {
      yield Buffer.concat([...parts, chunk.subarray(start, end)]);
      parts = [];
      start = end + 1;
    }
    if (start < chunk.length) parts.push(chunk.subarray(start));
  }
  if (parts.length > 0) yield Buffer.concat(parts);
}

const fieldsOf = (line: Uint8Array): Result<string[], RowProblem> => {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(line);
  } catch {
    return fail({ type: 'encoding_invalid' });
  }
  // Starting the parser costs more than most lines do.
  if (!text.includes('"')) return ok(text.replace(/\r$/, '').split(','));
  try {
    return ok(parse(text, { relax_column_count: true })[0] ?? []);
  } catch {
    return fail({ type: 'quotes_invalid' });
  }
};

const isColumn = (name: string): name is Column => COLUMNS.some((column) => column === name);

const parseHeader = (line: Uint8Array): Result<Column[], HeaderProblem> => {
  const fields = fieldsOf(line);
  if (!fields.ok) return fail({ type: 'header_unreadable' });
  const columns: Column[] = [];
  for (const field of fields.value) {
    const name = field.trim().toLowerCase();
    if (!isColumn(name)) return fail({ type: 'column_unknown', column: name });
    if (columns.includes(name)) return fail({ type: 'column_repeated', column: name });
    columns.push(name);
  }
  for (const column of ['barcode', 'name'] as const)
    if (!columns.includes(column)) return fail({ type: 'column_missing', column });
  return ok(columns);
};

const parseLine = (
  line: Uint8Array,
  columns: readonly Column[],
  findTaxRate: FindTaxRate,
): Result<CatalogRow, RowProblem> => {
  const fields = fieldsOf(line);
  if (!fields.ok) return fields;
  if (fields.value.length !== columns.length)
    return fail({ type: 'column_count', expected: columns.length, found: fields.value.length });
  const byColumn = columns.map((column, index) => [column, fields.value[index] ?? ''] as const);
  return parseRow(Object.fromEntries(byColumn), findTaxRate);
};

const isBlank = (line: Uint8Array): boolean => line.every((byte) => byte === 0x20 || byte === 0x0d);

/** Refuses rows whose barcode or article number an earlier row of the file has: the first one stays. */
const refuseRepeated = () => {
  const lineByBarcode = new Map<string, number>();
  const lineBySku = new Map<string, number>();
  return ({ line, row }: ReadRow): ReadRow => {
    if (!row.ok) return { line, row };
    const { barcode, sku } = row.value;
    const barcodeLine = lineByBarcode.get(barcode);
    if (barcodeLine !== undefined)
      return { line, row: fail({ type: 'barcode_repeated', firstLine: barcodeLine }) };
    const skuLine = lineBySku.get(sku);
    if (skuLine !== undefined)
      return { line, row: fail({ type: 'sku_repeated', firstLine: skuLine }) };
    lineByBarcode.set(barcode, line);
    lineBySku.set(sku, line);
    return { line, row };
  };
};

async function* rowsOf(
  lines: AsyncGenerator<Uint8Array, void>,
  columns: readonly Column[],
  findTaxRate: FindTaxRate,
): AsyncGenerator<ReadRow, void> {
  const checked = refuseRepeated();
  let line = 1;
  for await (const bytes of lines) {
    line += 1;
    if (!isBlank(bytes)) yield checked({ line, row: parseLine(bytes, columns, findTaxRate) });
  }
}

/** Reads a catalog in CSV (UTF-8, comma, header), row by row. Fails only when its header makes no sense. */
export const readCatalog = async (
  bytes: AsyncIterable<Uint8Array>,
  findTaxRate: FindTaxRate,
): Promise<Result<CatalogFile, HeaderProblem>> => {
  const lines = linesOf(bytes);
  const header = await lines.next();
  if (header.done === true) return fail({ type: 'header_unreadable' });
  const columns = parseHeader(header.value);
  if (!columns.ok) return columns;
  return ok({ columns: columns.value, rows: rowsOf(lines, columns.value, findTaxRate) });
};

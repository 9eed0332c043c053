import receiptline from 'receiptline';
import type { Printer } from '#shared/devices/printing.ts';
import { encodeText } from './charset.ts';
import {
  ASK_PRINTED,
  CUT,
  LINE_FEED,
  lineSpacing,
  moveTo,
  picture,
  selectCodePage,
  style,
  type Style,
} from './commands.ts';
import { type Bitmap, drawLine, GLYPH_WIDTH, type TextRun } from './draw-line.ts';
import { wrapWords } from './wrap-words.ts';

const PLAIN: Style = {
  isBold: false,
  isUnderlined: false,
  isInverted: false,
  scaleX: 1,
  scaleY: 1,
};

const LETTER_DOTS = 24;
/** From one line to the next. */
const LINE_DOTS = 30;

/** Size of a letter by the number of `^` in ReceiptLine: 1 wide, 2 high, 3 both, then ever larger. */
const scaleOf = (carets: number): Pick<Style, 'scaleX' | 'scaleY'> => {
  if (carets < 3) return { scaleX: 1 + (carets & 1), scaleY: 1 + (carets >> 1) };
  return { scaleX: carets - 1, scaleY: carets - 1 };
};

type Barcode = Parameters<typeof receiptline.barcode.generate>[0];

type Lettering = Pick<Printer, 'columns' | 'charset' | 'codePage'>;

/** A picture of letters takes as much paper as the letters would. */
const spaced = ({ width, height, bytes }: Bitmap): Bitmap => {
  const gap = LINE_DOTS - LETTER_DOTS;
  const below = Buffer.alloc(Math.ceil(width / 8) * gap);
  return { width, height: height + gap, bytes: Buffer.concat([bytes, below]) };
};

/** Bytes of one line: as text where the printer knows every letter, else as a picture of the whole line. */
const lineBytes = (runs: readonly TextRun[], { columns, charset }: Lettering): Buffer => {
  const encoded = runs.map((run) => encodeText(run.text, charset));
  if (encoded.includes(null)) return picture(spaced(drawLine(runs, columns)));
  const height = Math.max(1, ...runs.map(({ scaleY }) => scaleY));
  return Buffer.concat([
    ...(height > 1 ? [lineSpacing(LINE_DOTS + LETTER_DOTS * (height - 1))] : []),
    ...runs.flatMap((run, index) => [
      moveTo(run.column * GLYPH_WIDTH),
      style(run),
      encoded[index] ?? Buffer.alloc(0),
    ]),
    style(PLAIN),
    LINE_FEED,
    ...(height > 1 ? [lineSpacing(LINE_DOTS)] : []),
  ]);
};

/** A code of square cells in the middle of the paper. */
const codePicture = (matrix: readonly Uint8Array[], cell: number, columns: number): Bitmap => {
  const width = columns * GLYPH_WIDTH;
  const side = matrix.length * cell;
  const left = Math.max(0, Math.floor((width - side) / 2));
  const across = Math.ceil(width / 8);
  const bytes = Buffer.alloc(across * side);
  for (let y = 0; y < side; y += 1)
    for (let x = 0; x < side && left + x < width; x += 1)
      if (matrix[Math.floor(y / cell)]?.[Math.floor(x / cell)] === 1) {
        const at = y * across + ((left + x) >> 3);
        bytes[at] = (bytes[at] ?? 0) | (0x80 >> ((left + x) & 7));
      }
  return { width, height: side, bytes };
};

/** A picture of a document (`pictureLine`) in the middle of the paper; null = it is none, or wider than that. */
const logoPicture = (data: string, columns: number): Bitmap | null => {
  const bytes = Buffer.from(data, 'base64');
  const [across = 0, high = 0, low = 0] = bytes;
  const height = high * 256 + low;
  const width = columns * GLYPH_WIDTH;
  const rows = bytes.subarray(3);
  if (across === 0 || across * 8 > width || rows.length !== across * height) return null;
  const wide = Math.ceil(width / 8);
  const left = Math.floor((wide - across) / 2);
  const drawn = Buffer.alloc(wide * height);
  for (let y = 0; y < height; y += 1)
    rows.copy(drawn, y * wide + left, y * across, (y + 1) * across);
  return { width, height, bytes: drawn };
};

/** Bars in the middle of the paper, with white at both sides; null = they do not fit. */
const barPicture = (symbol: Barcode, columns: number): Bitmap | null => {
  const width = columns * GLYPH_WIDTH;
  const drawn = ([3, 2] as const)
    .map((module) => receiptline.barcode.generate({ ...symbol, width: module, quietZone: true }))
    .find(({ length }) => length <= width);
  if (!drawn) return null;
  const row = Buffer.alloc(Math.ceil(width / 8));
  let x = Math.floor((width - drawn.length) / 2);
  for (const [place, across] of drawn.widths.entries()) {
    // Every other one is a bar.
    for (let dot = x; place % 2 === 1 && dot < x + across; dot += 1)
      row[dot >> 3] = (row[dot >> 3] ?? 0) | (0x80 >> (dot & 7));
    x += across;
  }
  const bytes = Buffer.concat(Array.from({ length: drawn.height }, () => row));
  return { width, height: drawn.height, bytes };
};

/** The largest cells, of 3 to 6 dots, with which a code fits the paper. */
const cellFor = (matrix: readonly Uint8Array[], columns: number): number =>
  Math.max(3, Math.min(6, Math.floor((columns * GLYPH_WIDTH) / (matrix.length + 8))));

const squarePicture = (data: string, columns: number): Bitmap => {
  const matrix = receiptline.qrcode.generate({
    data,
    type: 'qrcode',
    cell: 3,
    level: 'l',
    quietZone: false,
  });
  return codePicture(matrix, cellFor(matrix, columns), columns);
};

const binary = (bytes: Buffer): string => bytes.toString('latin1');

/** ReceiptLine's own printers read a PNG here. */
const pictures = (columns: number) => ({
  image: (data: string): string => {
    const drawn = logoPicture(data, columns);
    return drawn === null ? '' : binary(picture(drawn));
  },
});

/**
 * A command set for ReceiptLine, which lays out the document and says where each text goes. It collects a line and
 * writes it as a whole: a line with a letter that the printer lacks (Kazakh, Ukrainian) becomes a picture.
 */
const commandsFor = (lettering: Lettering): typeof receiptline.commands.base => {
  const { columns, codePage } = lettering;
  let runs: TextRun[] = [];
  let left = 0;
  let column = 0;
  let current = PLAIN;
  const still = (change: () => void): string => {
    change();
    return '';
  };
  return {
    ...receiptline.commands.base,
    charWidth: GLYPH_WIDTH,
    measureText: (text) => Array.from(text).length,
    arrayFrom: (text) => Array.from(text),
    open: () => binary(Buffer.concat([selectCodePage(codePage), lineSpacing(LINE_DOTS)])),
    close: () => binary(Buffer.concat([CUT, ASK_PRINTED])),
    cut: () => binary(CUT),
    area: (margin) => still(() => ([left, column] = [margin, margin])),
    align: () => '',
    absolute: (position) => still(() => (column = left + position)),
    relative: (position) => still(() => (column += position)),
    hr: (width) => still(() => runs.push({ ...PLAIN, text: '-'.repeat(width), column })),
    ul: () => still(() => (current = { ...current, isUnderlined: true })),
    em: () => still(() => (current = { ...current, isBold: true })),
    iv: () => still(() => (current = { ...current, isInverted: true })),
    wh: (carets) => still(() => (current = { ...current, ...scaleOf(carets) })),
    normal: () => still(() => (current = PLAIN)),
    text: (text) =>
      still(() => {
        runs.push({ ...current, text, column });
        column += Array.from(text).length * current.scaleX;
      }),
    lf: () => {
      const line = lineBytes(runs, lettering);
      runs = [];
      return binary(line);
    },
    ...pictures(columns),
    qrcode: ({ data }) => binary(picture(squarePicture(data, columns))),
    // Any scanner that is sold today reads a square code too.
    barcode: (symbol) =>
      binary(picture(barPicture(symbol, columns) ?? squarePicture(symbol.data, columns))),
  };
};

/** A ReceiptLine document as the bytes of one printer that is as new, with a question at the end that is answered once it is printed. */
export const encodePaper = (document: string, printer: Lettering): Buffer =>
  Buffer.from(
    receiptline.transform(wrapWords(document, printer.columns), {
      cpl: printer.columns,
      command: commandsFor(printer),
    }),
    'latin1',
  );

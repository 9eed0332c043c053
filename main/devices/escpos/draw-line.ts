import glyphs from './glyphs.json' with { type: 'json' };

/** Dots of one letter at its usual size. */
export const GLYPH_WIDTH = 12;
const GLYPH_HEIGHT = 24;

export type TextRun = {
  readonly text: string;
  /** In letters from the left edge. */
  readonly column: number;
  readonly isBold: boolean;
  readonly isUnderlined: boolean;
  readonly isInverted: boolean;
  /** Letters are so many times as wide and high. */
  readonly scaleX: number;
  readonly scaleY: number;
};

/** One bit a dot, 1 = black, rows padded to bytes. */
export type Bitmap = { readonly width: number; readonly height: number; readonly bytes: Buffer };

const known: Readonly<Record<string, readonly string[]>> = glyphs;

const rowsOf = (letter: string, isBold: boolean): string =>
  (known[letter] ?? known['?'])?.[isBold ? 1 : 0] ?? '';

const setDot = ({ width, bytes }: Bitmap, x: number, y: number): void => {
  const at = y * Math.ceil(width / 8) + (x >> 3);
  if (x < width) bytes[at] = (bytes[at] ?? 0) | (0x80 >> (x & 7));
};

const drawLetter = (bitmap: Bitmap, letter: string, left: number, run: TextRun): void => {
  const rows = rowsOf(letter, run.isBold);
  const top = bitmap.height - GLYPH_HEIGHT * run.scaleY;
  for (let y = 0; y < GLYPH_HEIGHT * run.scaleY; y += 1) {
    const row = Math.floor(y / run.scaleY);
    const dots = Number.parseInt(rows.slice(row * 3, row * 3 + 3), 16);
    for (let x = 0; x < GLYPH_WIDTH * run.scaleX; x += 1) {
      const isInk = ((dots >> (GLYPH_WIDTH - 1 - Math.floor(x / run.scaleX))) & 1) === 1;
      const isLine = run.isUnderlined && row >= GLYPH_HEIGHT - 2;
      if ((isInk || isLine) !== run.isInverted) setDot(bitmap, left + x, top + y);
    }
  }
};

/** A line of text as a picture, for letters that the printer does not know. */
export const drawLine = (runs: readonly TextRun[], columns: number): Bitmap => {
  const width = columns * GLYPH_WIDTH;
  const height = GLYPH_HEIGHT * Math.max(1, ...runs.map(({ scaleY }) => scaleY));
  const bitmap = { width, height, bytes: Buffer.alloc(Math.ceil(width / 8) * height) };
  for (const run of runs)
    for (const [index, letter] of Array.from(run.text).entries())
      drawLetter(bitmap, letter, (run.column + index * run.scaleX) * GLYPH_WIDTH, run);
  return bitmap;
};

import { describe, expect, test } from 'vitest';
import { encodePaper } from '../escpos/encode-paper.ts';
import { printerAt } from '../papers.fixture.ts';
import { askState } from './ask-state.ts';
import type { Link } from './link.ts';
import { printBytes } from './print-bytes.ts';

const PRINTER = printerAt(9100);

/** So many goods. Letters that the printer lacks come as pictures, which are as long. */
const paperOf = (lines: number, name: string): Buffer =>
  encodePaper(
    Array.from({ length: lines }, (_, line) => `${name} ${line} | 250,00`).join('\n'),
    PRINTER,
  );

/** Takes every byte at once, says how it is, and says that it printed after so many milliseconds. */
const printsFor = (milliseconds: number) => {
  const waits: number[] = [];
  const link: Link = {
    send: async () => undefined,
    next: async (limit) => {
      waits.push(limit);
      if (waits.length <= 2) return 0x12;
      return milliseconds <= limit ? 0x00 : null;
    },
    close: async () => undefined,
  };
  return { link, lastWait: () => waits.at(-1) ?? 0 };
};

const print = (link: Link, bytes: Buffer) =>
  printBytes({
    open: async () => link,
    ask: askState,
    address: PRINTER.address,
    bytes,
    onBegin: async () => undefined,
  });

/** Of 8 dots in a millimetre, 30 for each line. */
const millisecondsAt = (millimetres: number, lines: number): number =>
  ((lines * 30) / 8 / millimetres) * 1000;

describe('J4: a printer that took every byte', () => {
  test.each([
    [60, 400, 'Хлеб белый'],
    [60, 400, 'Қара нан'],
    [20, 400, 'Хлеб белый'],
    [20, 400, 'Қара нан'],
  ])('and prints %i mm a second is waited for, %i lines of “%s”', async (speed, lines, name) => {
    const { link } = printsFor(millisecondsAt(speed, lines));
    expect(await print(link, paperOf(lines, name))).toEqual({ ok: true, value: null });
  });

  test.each([
    [40, 60_000],
    [400, 300_000],
  ])('and then hangs is given up, %i lines before %i ms', async (lines, most) => {
    for (const name of ['Хлеб белый', 'Қара нан']) {
      const { link, lastWait } = printsFor(Infinity);
      expect(await print(link, paperOf(lines, name))).toEqual({
        ok: false,
        problem: 'interrupted',
      });
      expect(lastWait()).toBeLessThan(most);
    }
  });
});

// Draws the letters of main/devices/escpos/glyphs.json: run it when letters are to be added. Needs a Chromium.
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { chromium } from '@playwright/test';
import { chromiumArguments, ensureChromium } from './ensure-chromium.ts';

const root = path.resolve(import.meta.dirname, '../..');
const FONT = 'node_modules/@fontsource/ibm-plex-mono/files/ibm-plex-mono';
const SUBSETS = ['latin', 'latin-ext', 'cyrillic', 'cyrillic-ext'] as const;
/** What a receipt of the four languages and six currencies may hold, and what product names often do. */
const RANGES = [
  [0x20, 0x7e],
  [0xa0, 0xff],
  [0x100, 0x17f],
  [0x400, 0x45f],
  [0x490, 0x4e9],
  [0x2010, 0x2026],
  [0x20a0, 0x20c0],
] as const;
const EXTRA = '№™←↑→↓−×÷≤≥';

const fontFaces = async (): Promise<string> => {
  const faces: string[] = [];
  for (const subset of SUBSETS)
    for (const weight of [400, 700]) {
      const bytes = await readFile(path.join(root, `${FONT}-${subset}-${weight}-normal.woff2`));
      const source = `url(data:font/woff2;base64,${bytes.toString('base64')})`;
      faces.push(`@font-face{font-family:"P-${subset}";font-weight:${weight};src:${source}}`);
    }
  return faces.join('');
};

const letters = [
  ...RANGES.flatMap(([from, to]) =>
    Array.from({ length: to - from + 1 }, (_, index) => String.fromCodePoint(from + index)),
  ),
  ...Array.from(EXTRA),
];

const browser = await chromium.launch({
  executablePath: ensureChromium(),
  args: chromiumArguments,
});
const page = await browser.newPage();
await page.setContent(`<style>${await fontFaces()}</style><canvas width=12 height=24></canvas>`);
const glyphs = await page.evaluate(
  async ({ letters, subsets }) => {
    const family = subsets.map((subset) => `"P-${subset}"`).join(',');
    for (const subset of subsets)
      for (const weight of [400, 700])
        await document.fonts.load(`${weight} 19px "P-${subset}"`, letters.join(''));
    const canvas = document.querySelector('canvas');
    const context = canvas?.getContext('2d', { willReadFrequently: true });
    if (!context) throw new Error('no canvas');
    const drawn: [string, string[]][] = letters.map((letter) => [
      letter,
      [400, 700].map((weight) => {
        context.fillStyle = '#fff';
        context.fillRect(0, 0, 12, 24);
        context.fillStyle = '#000';
        // 20 px high is 12 wide.
        context.font = `${weight} 20px ${family}`;
        context.fillText(letter, 0, 18);
        const { data } = context.getImageData(0, 0, 12, 24);
        return Array.from({ length: 24 }, (_row, y) => {
          const dots = Array.from({ length: 12 }, (_dot, x) =>
            (data[(y * 12 + x) * 4] ?? 255) < 150 ? 0x800 >> x : 0,
          );
          return dots
            .reduce((row, dot) => row | dot, 0)
            .toString(16)
            .padStart(3, '0');
        }).join('');
      }),
    ]);
    return Object.fromEntries(drawn);
  },
  { letters, subsets: SUBSETS },
);
await browser.close();
const lines = Object.entries(glyphs).map(
  ([letter, rows]) => `  ${JSON.stringify(letter)}: ${JSON.stringify(rows).replace(',', ', ')}`,
);
await writeFile(path.join(root, 'main/devices/escpos/glyphs.json'), `{\n${lines.join(',\n')}\n}\n`);

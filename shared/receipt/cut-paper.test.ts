import { expect, test } from 'vitest';
import { LONGEST_DOCUMENT } from '../devices/printing.ts';
import { cutPaper } from './cut-paper.ts';
import { paperDocument } from './paper-document.ts';
import { row } from './paper-line.ts';

const paperOf = (count: number) =>
  Array.from({ length: count }, (_, index) => row(`Goods number ${index}`, '1 234.56'));

test('a paper that a printer takes at once is one', () => {
  const lines = paperOf(20);
  expect(cutPaper(lines)).toEqual([{ document: paperDocument(lines), from: lines }]);
});

test('a receipt of ten thousand lines is cut into papers that are each taken, with every line once and in order', () => {
  const lines = paperOf(20_000);
  const parts = cutPaper(lines);
  expect(parts.length).toBeGreaterThan(1);
  for (const { document } of parts) expect(document.length).toBeLessThanOrEqual(LONGEST_DOCUMENT);
  expect(parts.map(({ document }) => document).join('\n')).toBe(paperDocument(lines));
  for (const [place, { from }] of parts.entries())
    expect(cutPaper(from)).toEqual(parts.slice(place));
});

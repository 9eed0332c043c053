import { correction, generate } from 'lean-qr';
import { toSvgPath } from 'lean-qr/extras/svg';
import type { ReceiptLogo } from '#shared/domain/settings/receipt-layout.ts';
import type { PaperLine } from '#shared/receipt/paper-line.ts';
import { escapeHtml } from './html.ts';

/** Modules of white around a code, without which scanners do not find it. */
const QUIET = 4;

const qrHtml = (text: string, label: string): string => {
  const code = generate(text, { minCorrectionLevel: correction.M });
  const width = code.size + 2 * QUIET;
  return (
    `<svg class="qr" role="img" aria-label="${escapeHtml(label)}" shape-rendering="crispEdges" ` +
    `viewBox="${-QUIET} ${-QUIET} ${width} ${width}">` +
    `<rect x="${-QUIET}" y="${-QUIET}" width="${width}" height="${width}" fill="#fff"/>` +
    `<path d="${toSvgPath(code)}" fill="#000"/></svg>`
  );
};

/** A piece for each run of black dots. */
const logoPath = ({ width, height, dots }: ReceiptLogo): string => {
  const bytes = Buffer.from(dots, 'base64');
  const isInk = (x: number, y: number): boolean => {
    const dot = y * width + x;
    return x < width && (((bytes[dot >> 3] ?? 0) >> (7 - (dot & 7))) & 1) === 1;
  };
  let path = '';
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const start = x;
      while (isInk(x, y)) x += 1;
      if (x > start) path += `M${start} ${y}h${x - start}v1H${start}z`;
    }
  return path;
};

const logoHtml = (logo: ReceiptLogo, label: string): string =>
  `<svg class="logo" role="img" aria-label="${escapeHtml(label)}" width="${logo.width}" ` +
  `viewBox="0 0 ${logo.width} ${logo.height}" shape-rendering="crispEdges">` +
  `<path d="${logoPath(logo)}" fill="currentColor"/></svg>`;

const rowHtml = ({ name, value, indent, isStrong }: Extract<PaperLine, { type: 'row' }>): string =>
  `<p class="row${isStrong ? ' strong' : ''}${indent > 0 ? ' in' : ''}">` +
  `<span>${escapeHtml(name)}</span>` +
  (value === null ? '' : `<span class="value">${escapeHtml(value)}</span>`) +
  '</p>';

const lineHtml = (line: PaperLine): string => {
  switch (line.type) {
    case 'row':
      return rowHtml(line);
    case 'middle':
      return `<p class="middle ${line.size}" dir="auto">${escapeHtml(line.text)}</p>`;
    case 'picture':
      return logoHtml(line.picture, line.label);
    case 'qr':
      return qrHtml(line.text, line.label);
    case 'barcode':
      return `<p class="middle">${escapeHtml(line.text)}</p>`;
    case 'rule':
    case 'cut':
      return '<hr>';
    case 'gap':
      return '<p class="gap"></p>';
  }
};

/** A paper as a page shows it: its very lines, in whatever width there is. */
export const paperHtml = (lines: readonly PaperLine[]): string => lines.map(lineHtml).join('\n');

import { hasValidCheckDigit } from '../domain/catalog/gtin.ts';
import type { ReceiptLogo } from '../domain/settings/receipt-layout.ts';

/** Letters that typesetting likes and printers lack, as what people type. */
const PLAIN: Readonly<Record<string, string>> = {
  '\u00A0': ' ',
  '\u202F': ' ',
  '\u2009': ' ',
  '−': '-',
  '–': '-',
  '—': '-',
  '×': 'x',
  '’': "'",
  '‘': "'",
  '“': '"',
  '”': '"',
  '…': '...',
};

const MARKS = /[\\|{}_"`^~;:=-]/g;

const hex = (letter: string): string =>
  String.raw`\x${letter.charCodeAt(0).toString(16).padStart(2, '0')}`;

const plain = (text: string): string =>
  Array.from(text.replaceAll(/\s*[\r\n\t]+\s*/g, ' '), (letter) => PLAIN[letter] ?? letter)
    .join('')
    .trim();

/** A text that ReceiptLine takes as it is: none of its letters means anything to it. */
const literal = (text: string): string => plain(text).replaceAll(MARKS, hex);

/** In ReceiptLine `^^` is twice as high: as wide as the others, so that a sum fits whatever it is. */
const dressed = (text: string, isStrong: boolean): string =>
  isStrong ? `^^"${literal(text)}"` : literal(text);

type Look = { readonly indent?: number; readonly isStrong?: boolean };

/** A line at the left edge, `indent` letters in. */
export const leftLine = (text: string, { indent = 0, isStrong = false }: Look = {}): string =>
  `|${'~'.repeat(indent)}${dressed(text, isStrong)}`;

export const middleLine = (text: string): string => literal(text);

export const boldLine = (text: string): string => `"${literal(text)}"`;

/** In the middle, twice as wide and high. */
export const largeLine = (text: string): string => `^^^"${literal(text)}"`;

/** A name at the left edge and its value at the right one. The value is never wrapped; the name may be. */
export const pairLine = (
  name: string,
  value: string,
  { indent = 0, isStrong = false }: Look = {},
): string => {
  const left = `${'~'.repeat(indent)}${dressed(name, isStrong)}`;
  return `{w:*,${plain(value).length}}\n|${left} | ${dressed(value, isStrong)}|\n{w:auto}`;
};

const hidden = (text: string): string => text.replaceAll(MARKS, hex);

/** A text as a square code in the middle. */
export const codeLine = (text: string): string => `{c:${hidden(text)};o:qrcode,3,l}`;

const isEan13 = (text: string): boolean => /^\d{13}$/.test(text) && hasValidCheckDigit(text);

/** A text as bars, with the text below: EAN-13 where it is one, Code 128 of anything else that is printable. */
export const barcodeLine = (text: string): string => {
  const bars = `{c:${hidden(text)};o:${isEan13(text) ? 'ean' : 'code128'},3,96}`;
  return /^[ -~]{1,64}$/.test(text) ? `${bars}\n${middleLine(text)}` : middleLine(text);
};

const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Three bytes of base64: whatever follows them stays whole. */
const threeBytes = (first: number, second: number, third: number): string => {
  const bits = (first << 16) | (second << 8) | third;
  return [18, 12, 6, 0].map((shift) => BASE64[(bits >> shift) & 63]).join('');
};

/**
 * A picture in the middle. ReceiptLine carries base64 without looking into it, so this is no PNG but what the printer
 * needs: bytes of a row, the number of rows in two bytes, then the rows.
 */
export const pictureLine = ({ width, height, dots }: ReceiptLogo): string =>
  `{i:${threeBytes(width / 8, height >> 8, height & 255)}${dots.replace(/=+$/, '')}}`;

export const RULE_LINE = '-';
export const CUT_LINE = '=';

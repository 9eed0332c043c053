import iconv from 'iconv-lite';
import type { Charset } from '#shared/devices/printing.ts';

/** Numbers that Epson and those who follow it give to the charsets. */
export const USUAL_CODE_PAGES: Readonly<Record<Charset, number>> = {
  ascii: 0,
  cp866: 17,
  cp1125: 44,
  win1251: 46,
  rk1048: 53,
};

/** The byte of each letter of a text, one for one; null = the charset lacks a letter. */
export const encodeText = (text: string, charset: Charset): Buffer | null => {
  const bytes = iconv.encode(text, charset);
  return iconv.decode(bytes, charset) === text ? bytes : null;
};

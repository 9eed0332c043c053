import { parseScaled } from '#shared/i18n/parse-scaled.ts';

/** A product and a number beside it, in integer parts of a unit. */
type SkuLine = { readonly sku: string; readonly value: number };

/** What a line says, `TEA 12,5`, with so many decimals at most; null = it is no SKU with a number. */
const skuLineIn = (line: string, decimals: number): SkuLine | null => {
  const [, sku, typed] = /^\s*(\S+)[\s;]+(\S.*?)\s*$/.exec(line) ?? [];
  const value = typed === undefined ? undefined : parseScaled(typed, decimals);
  return sku === undefined || value === undefined ? null : { sku, value };
};

/** Typed or pasted from a spreadsheet, a product to a line; empty lines say nothing. */
export const skuLines = (text: string, decimals: number): SkuLine[] =>
  text.split('\n').flatMap((line) => skuLineIn(line, decimals) ?? []);

/** The first line that is no SKU with a number, or one below `least`, from 1; null = there is none. */
export const wrongSkuLine = (text: string, decimals: number, least = 0): number | null => {
  const place = text
    .split('\n')
    .findIndex(
      (line) => line.trim() !== '' && (skuLineIn(line, decimals)?.value ?? least - 1) < least,
    );
  return place < 0 ? null : place + 1;
};

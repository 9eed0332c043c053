import { type Minor, minor } from '#shared/kernel/money.ts';

/** FNV-1a, 32 bits, of an ASCII text. */
const hashOf = (text: string): number => {
  let hash = 0x811c9dc5;
  for (const character of text) {
    hash = Math.imul(hash ^ character.charCodeAt(0), 0x01000193) >>> 0;
  }
  return hash;
};

/**
 * A price for a product that came without one: (FNV-1a of the barcode mod 990 + 10) × 10 in major units, so between
 * 100 and 9,990 in steps of 10, always the same for the same barcode.
 */
export const derivedPrice = (barcode: string): Minor =>
  minor(((hashOf(barcode) % 990) + 10) * 1000);

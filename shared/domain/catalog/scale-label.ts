import { MINOR_DIGITS, type Minor, minor, subtract } from '#shared/kernel/money.ts';
import { priceTimes, type Quantity, quantity, UNIT } from '#shared/kernel/quantity.ts';
import type { PriceOverride, ManualDiscount } from '../pricing/basket.ts';
import type { ScaleCode } from './scale-code.ts';
import type { Product } from './schema.ts';

/** What stands on a label of a scale. */
export type ScaleLabel = {
  readonly holds: ScaleCode['holds'];
  /** Under which the product may be known, the likeliest first: its barcode without a value, its number. */
  readonly codes: readonly string[];
  /** Thousandths of a kilogram, or minor units. */
  readonly value: number;
};

const WEIGHT_DIGITS = 3;

/** GS1 check digit: from the right, every other digit counts three times. */
const checkDigitOf = (digits: string): string => {
  const sum = Array.from(digits)
    .toReversed()
    .reduce((total, digit, place) => total + Number(digit) * (place % 2 === 0 ? 3 : 1), 0);
  return String((10 - (sum % 10)) % 10);
};

/** The digits that stand where the pattern has this letter. */
const digitsAt = (code: string, pattern: string, letter: string): string =>
  Array.from(code)
    .filter((_, place) => pattern[place] === letter)
    .join('');

const readBy = (code: string, { holds, pattern }: ScaleCode): ScaleLabel | null => {
  if (!code.startsWith(pattern.slice(0, 2))) return null;
  const item = digitsAt(code, pattern, 'I');
  const decimals = digitsAt(code, pattern, 'D');
  const digits = holds === 'weight' ? WEIGHT_DIGITS : MINOR_DIGITS;
  const value = Number(`${digitsAt(code, pattern, 'N')}${decimals.padEnd(digits, '0')}`);
  // Without a value it is the product's own barcode, and its goods have yet to be weighed.
  if (value === 0) return null;
  const bare = (code.slice(0, 2) + item).padEnd(12, '0');
  return { holds, codes: [bare + checkDigitOf(bare), item], value };
};

/** What a scanned code may say by the rules of a store, in their order; nothing if no scale of it wrote the code. */
export const readScaleLabels = (code: string, rules: readonly ScaleCode[]): ScaleLabel[] =>
  /^\d{13}$/.test(code) && checkDigitOf(code.slice(0, 12)) === code.slice(12)
    ? rules.map((rule) => readBy(code, rule)).filter((label) => label !== null)
    : [];

export type LabelledGoods = {
  readonly quantity: Quantity;
  readonly discount: ManualDiscount | PriceOverride | null;
};

/** The least weight that costs as much as the label asks. */
const weightFor = (price: number, unitPrice: Minor): Quantity => {
  const [asked, each] = [BigInt(price) * BigInt(UNIT), BigInt(unitPrice)];
  return quantity(Number((asked + each - 1n) / each));
};

/**
 * The goods of a label as a line: of a label with a price the weight that follows from it, and what a last gram costs
 * more than the label says comes off. null = the label is of something else: what is sold by the piece has no weight.
 */
export const labelledGoods = (
  { holds, value }: ScaleLabel,
  { unit }: Pick<Product, 'unit'>,
  unitPrice: Minor,
): LabelledGoods | null => {
  if (unit !== 'kilogram') return null;
  if (holds === 'weight') return { quantity: quantity(value), discount: null };
  if (unitPrice === 0) return null;
  const weight = weightFor(value, unitPrice);
  const amount = subtract(priceTimes(unitPrice, weight), minor(value));
  const discount = { type: 'amount', amount, reason: 'shelf_price' } as const;
  return { quantity: weight, discount: amount === 0 ? null : discount };
};

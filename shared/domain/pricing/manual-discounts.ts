import { add, type Minor, percentOf, subtract } from '#shared/kernel/money.ts';
import { priceTimes, quantity } from '#shared/kernel/quantity.ts';
import { isGiftCard } from './gift-card.ts';
import type { Discount, PricedLine } from './schema.ts';

const GRAM = quantity(1);

/** What a last gram costs more than the label of a scale says: nobody gave it, and it is never more than that gram. */
const isOfLabel = ({ unit, unitPrice }: PricedLine, { reason, amount }: Discount): boolean =>
  unit === 'kilogram' && reason === 'shelf_price' && amount <= priceTimes(unitPrice, GRAM);

/** What people took off a line. */
export const manualDiscounts = (line: PricedLine): Discount[] =>
  line.discounts.filter(
    (discount) =>
      discount.kind === 'basket' || (discount.kind === 'line' && !isOfLabel(line, discount)),
  );

const sumOf = (lines: readonly PricedLine[], countedOf: (line: PricedLine) => Discount[]): Minor =>
  add(...lines.flatMap((line) => countedOf(line).map(({ amount }) => amount)));

const promotionsOf = ({ discounts }: PricedLine): Discount[] =>
  discounts.filter(({ kind }) => kind === 'promotion');

/**
 * What the products of a basket cost after promotions, and what people took off that; points come after and are neither. Off
 * gift cards nothing is taken, so that they make room for nothing.
 */
const shareOf = (all: readonly PricedLine[]): { promoted: Minor; given: Minor } => {
  const lines = all.filter((line) => !isGiftCard(line));
  const gross = add(...lines.map((line) => line.gross));
  const promoted = subtract(gross, sumOf(lines, promotionsOf));
  return { promoted, given: sumOf(lines, manualDiscounts) };
};

/** What people took off a product, on all of its lines together. */
export type GivenOff = { readonly sku: string; readonly amount: Minor };

export const givenOff = (lines: readonly PricedLine[]): GivenOff[] =>
  [...new Set(lines.map(({ sku }) => sku))].flatMap((sku) => {
    const amount = sumOf(
      lines.filter((line) => line.sku === sku),
      manualDiscounts,
    );
    return amount > 0 ? [{ sku, amount }] : [];
  });

/** Whether people took off no more than was `allowed`, and of no other goods. */
export const isCoveredBy = (
  lines: readonly PricedLine[],
  allowed: readonly GivenOff[],
): boolean => {
  const amounts = new Map(allowed.map(({ sku, amount }) => [sku, amount]));
  return givenOff(lines).every(({ sku, amount }) => amount <= (amounts.get(sku) ?? 0));
};

export const hasManualDiscount = (lines: readonly PricedLine[]): boolean =>
  shareOf(lines).given > 0;

/** The share that people took off, in basis points, rounded up: the limit that just allows it. */
export const manualShare = (lines: readonly PricedLine[]): number => {
  const { promoted, given } = shareOf(lines);
  if (promoted === 0) return 0;
  const whole = BigInt(promoted);
  return Number((BigInt(given) * 10_000n + whole - 1n) / whole);
};

/**
 * Whether the discounts that people gave, on lines and on the basket together, stay within a share of what it costs
 * after promotions. Looked at when it is paid: what a discount comes to changes with the basket.
 */
export const isWithinLimit = (lines: readonly PricedLine[], limit: number): boolean => {
  const { promoted, given } = shareOf(lines);
  // A minor unit a line: each rounds by itself.
  return given <= percentOf(promoted, limit) + lines.length;
};

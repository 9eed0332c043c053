import { add, type Minor, percentOf, subtract } from '#shared/kernel/money.ts';
import type { Discount, PricedLine } from './schema.ts';

const sumOf = (lines: readonly PricedLine[], isCounted: (discount: Discount) => boolean): Minor =>
  add(...lines.flatMap(({ discounts }) => discounts.filter(isCounted).map(({ amount }) => amount)));

/**
 * Whether the discounts that people gave, on lines and on the basket together, stay within a share of what it costs
 * after promotions. Looked at when it is paid: what a discount comes to changes with the basket.
 */
export const isWithinLimit = (lines: readonly PricedLine[], limit: number): boolean => {
  const gross = add(...lines.map((line) => line.gross));
  const promoted = subtract(
    gross,
    sumOf(lines, ({ kind }) => kind === 'promotion'),
  );
  const given = sumOf(lines, ({ kind }) => kind !== 'promotion');
  // A minor unit a line: each rounds by itself.
  return given <= percentOf(promoted, limit) + lines.length;
};

import { add, subtract } from '#shared/kernel/money.ts';
import { priceTimes } from '#shared/kernel/quantity.ts';
import { totalsOf } from './price-basket.ts';
import type { PricedLine, Totals } from './schema.ts';
import { taxesOf } from './tax.ts';

type Priced = {
  readonly taxInclusive: boolean;
  readonly lines: readonly PricedLine[];
  readonly totals: Totals;
};

/**
 * Where a computation that arrived does not add up, by name; empty when it is right. The server keeps the
 * amounts as they happened and reports these as `price_mismatch`, it never recomputes.
 */
export const checkPricedLines = ({ taxInclusive, lines, totals }: Priced): string[] => {
  const taxes = taxesOf(lines, taxInclusive);
  const wrong = lines.flatMap((line, index) => {
    const discount = add(...line.discounts.map(({ amount }) => amount));
    const total = taxInclusive ? line.net : add(line.net, line.tax);
    return [
      line.gross === priceTimes(line.unitPrice, line.quantity) ? [] : [`lines/${index}/gross`],
      line.net === subtract(line.gross, discount) ? [] : [`lines/${index}/net`],
      line.tax === taxes[index] ? [] : [`lines/${index}/tax`],
      line.total === total ? [] : [`lines/${index}/total`],
    ].flat();
  });
  const sums = totalsOf(lines);
  const keys = ['gross', 'discount', 'tax', 'total'] as const;
  return [
    ...wrong,
    ...keys.filter((key) => sums[key] !== totals[key]).map((key) => `totals/${key}`),
  ];
};

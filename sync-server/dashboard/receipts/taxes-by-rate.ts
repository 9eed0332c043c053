import type { PricedLine } from '#shared/domain/pricing/schema.ts';
import { add, type Minor, ZERO } from '#shared/kernel/money.ts';

export type TaxOfRate = {
  /** Basis points. */
  readonly rate: number;
  readonly tax: Minor;
};

/** What was taxed at each rate, the highest rate first; lines without tax are left out. */
export const taxesByRate = (lines: readonly PricedLine[]): readonly TaxOfRate[] => {
  const taxes = new Map<number, Minor>();
  for (const { taxRate, tax } of lines)
    if (tax > 0) taxes.set(taxRate, add(taxes.get(taxRate) ?? ZERO, tax));
  return [...taxes]
    .map(([rate, tax]) => ({ rate, tax }))
    .toSorted((left, right) => right.rate - left.rate);
};

import type { TaxRate } from '#shared/domain/settings/schema.ts';
import { toUnits } from './decimal.ts';
import type { FindTaxRate } from './parse-row.ts';

/** Finds the chain's tax rates by id, or by the percentage as people write it: `16`, `16 %`. */
export const createFindTaxRate =
  (taxRates: readonly TaxRate[]): FindTaxRate =>
  (written) => {
    const basisPoints = toUnits(written.replace(/\s*%$/, ''), 2);
    const found = taxRates.find(({ id, rate }) => id === written || rate === basisPoints);
    return found?.id ?? null;
  };

import type { TaxRate } from './schema.ts';

/** Names a store's first rate: of products that came before there was a store, and with it a rate to name. */
export const FIRST_RATE = 'first';

/**
 * What a product is taxed at in a store, in basis points. null = the store does not know the rate: nobody can say what
 * tax is owed, so it is not sold there.
 */
export const taxRateOf = (taxRates: readonly TaxRate[], taxRateId: string): number | null => {
  const named = taxRates.find(({ id }) => id === taxRateId);
  const rate = named ?? (taxRateId === FIRST_RATE ? taxRates[0] : undefined);
  return rate?.rate ?? null;
};

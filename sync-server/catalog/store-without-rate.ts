import type { StoreSettings } from '#shared/domain/settings/schema.ts';
import { taxRateOf } from '#shared/domain/settings/tax-rate-of.ts';

/** The first store that does not know a tax rate, so that it could not sell what names it; null = all do. */
export const storeWithoutRate = (
  stores: readonly Pick<StoreSettings, 'storeId' | 'taxRates'>[],
  taxRateId: string,
): string | null =>
  stores.find(({ taxRates }) => taxRateOf(taxRates, taxRateId) === null)?.storeId ?? null;

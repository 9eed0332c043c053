import type { Minor } from '#shared/kernel/money.ts';
import type { PricedLine } from './schema.ts';

/** A product's price in a store from this version of the price list on, until its next. */
export type VersionedPrice = { readonly version: number; readonly price: Minor };

type Priced = Pick<PricedLine, 'sku' | 'unitPrice'>;

/**
 * Whether a till that held this version could ask that price (rule R11). A price of before is the one a basket was
 * opened with (rule R10), that of the next version came down while it was being written: both are staleness. A product
 * that was in no version yet is not judged.
 */
const couldAsk = (
  unitPrice: Minor,
  version: number,
  history: readonly VersionedPrice[],
): boolean => {
  const isKnown = history.some((one) => one.version <= version);
  const known = history.filter((one) => one.version <= version + 1);
  return !isKnown || known.some(({ price }) => price === unitPrice);
};

/** The lines whose price no till that held this version of the price list could ask, as `lines/0/unitPrice`. */
export const checkHeldPrices = (
  lines: readonly Priced[],
  version: number,
  historyBySku: ReadonlyMap<string, readonly VersionedPrice[]>,
): string[] =>
  lines.flatMap(({ sku, unitPrice }, index) =>
    couldAsk(unitPrice, version, historyBySku.get(sku) ?? []) ? [] : [`lines/${index}/unitPrice`],
  );

import type { PriceList } from './price-list.ts';

/** Why a price list contradicts itself; `at` is a JSON pointer into it. */
export type PriceListProblem = {
  readonly type: 'ends_before_start' | 'priced_twice';
  readonly at: string;
};

/** What of a price list contradicts itself; null = nothing. */
export const checkPriceList = ({
  startsAt,
  endsAt,
  prices,
}: PriceList): PriceListProblem | null => {
  if (endsAt !== null && endsAt <= startsAt) return { type: 'ends_before_start', at: '/endsAt' };
  const priced = new Map(prices.map(({ sku, price }) => [sku, price]));
  const twice = prices.findIndex(({ sku, price }) => priced.get(sku) !== price);
  return twice >= 0 ? { type: 'priced_twice', at: `/prices/${twice}/sku` } : null;
};

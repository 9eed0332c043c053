import { add, type Minor } from '#shared/kernel/money.ts';
import type { Quantity } from '#shared/kernel/quantity.ts';
import type { PricedLine } from './schema.ts';
import { shareOf } from './share-of.ts';

/**
 * A line of fewer pieces, each at the price at which it was ordered (rules R10, R12). `before`: how many pieces other
 * parts of it come to, so that all of them add up to the whole.
 */
export const partOfLine = (
  line: PricedLine,
  id: string,
  left: Quantity,
  before: number = 0,
): PricedLine => {
  const share = (whole: Minor): Minor => shareOf(whole, line.quantity, before, left);
  const discounts = line.discounts.map((discount) => ({
    ...discount,
    amount: share(discount.amount),
  }));
  return {
    ...line,
    id,
    quantity: left,
    discounts,
    gross: add(share(line.net), ...discounts.map(({ amount }) => amount)),
    net: share(line.net),
    tax: share(line.tax),
    total: share(line.total),
  };
};

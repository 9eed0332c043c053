import { MAX_MINOR } from '#shared/kernel/money.ts';
import { MAX_QUANTITY, UNIT } from '#shared/kernel/quantity.ts';
import type { BasketLine } from './basket.ts';

type Priced = Pick<BasketLine, 'quantity' | 'unitPrice' | 'taxRate'>;

/**
 * Whether a basket can be priced at all: no quantity and no sum is beyond what a document may carry. What is not is
 * never built, so that nothing has to be refused once it happened.
 */
export const isPriceable = ({ lines }: { readonly lines: readonly Priced[] }): boolean => {
  const most = BigInt(MAX_MINOR) * BigInt(UNIT);
  let sum = 0n;
  for (const { quantity, unitPrice, taxRate } of lines) {
    if (quantity > MAX_QUANTITY) return false;
    // With room for a tax on top.
    sum += (BigInt(quantity) * BigInt(unitPrice) * BigInt(10_000 + taxRate)) / 10_000n;
  }
  return sum <= most;
};

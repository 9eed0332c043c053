import { basketLineOf } from '#shared/domain/pricing/basket-line.ts';
import { type Buyer, NOBODY } from '#shared/domain/pricing/in-force.ts';
import type { BasketLine } from '#shared/domain/pricing/basket.ts';
import { priceBasket, type PricedBasket } from '#shared/domain/pricing/price-basket.ts';
import { taxRateOf } from '#shared/domain/settings/tax-rate-of.ts';
import { MAX_MINOR } from '#shared/kernel/money.ts';
import { type Quantity, UNIT } from '#shared/kernel/quantity.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import type { ErrorReply } from '#shared/protocol/errors.ts';
import type { StorePrices } from '../projections/store-prices.ts';

type WantedLine = { readonly sku: string; readonly quantity: Quantity };

/**
 * Prices a basket of a channel with the one engine that tills use (rule R9). Line ids are the places of the lines,
 * from 1. Fails with a code and the place of the first line that cannot be sold.
 */
export const priceLines = (
  wanted: readonly WantedLine[],
  { settings, products, promotions, prices, at }: StorePrices,
  buyer: Buyer = NOBODY,
): Result<PricedBasket, ErrorReply> => {
  const lines: BasketLine[] = [];
  let gross = 0n;
  for (const [index, { sku, quantity }] of wanted.entries()) {
    const product = products.get(sku);
    if (!product?.active) return fail({ code: 'unknown_sku', at: `/lines/${index}/sku` });
    if (product.unit === 'piece' && quantity % UNIT !== 0)
      return fail({ code: 'amount_invalid', at: `/lines/${index}/quantity` });
    if (taxRateOf(settings.taxRates, product.taxRateId) === null)
      return fail({ code: 'tax_rate_missing', at: `/lines/${index}/sku` });
    const price = prices.priceOf(product, at, buyer.groupIds);
    const line = basketLineOf(product, `${index + 1}`, quantity, settings, price);
    gross += (BigInt(line.unitPrice) * BigInt(quantity)) / BigInt(UNIT);
    if (gross > MAX_MINOR) return fail({ code: 'amount_invalid', at: `/lines/${index}/quantity` });
    lines.push(line);
  }
  const { taxInclusive } = settings;
  const basket = priceBasket({ taxInclusive, lines, discount: null, buyer }, promotions, at);
  return basket.totals.total > MAX_MINOR
    ? fail({ code: 'amount_invalid', at: '/lines' })
    : ok(basket);
};

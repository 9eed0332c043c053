import type { Placement } from '#shared/domain/order/place.ts';
import type { Payment } from '#shared/domain/payment/schema.ts';
import type { PricedBasket } from '#shared/domain/pricing/price-basket.ts';
import { ZERO } from '#shared/kernel/money.ts';
import { fail, type Result } from '#shared/kernel/result.ts';
import type { OrderRequest } from '#shared/protocol/channel.ts';
import type { ErrorReply } from '#shared/protocol/errors.ts';
import type { StorePrices } from '../projections/store-prices.ts';
import type { Tables } from '../tables.ts';
import { buyerOf } from './buyer-of.ts';
import { priceLines } from './price-lines.ts';

/** Hours a store keeps the goods of an order. */
const HOLD_HOURS = 72;

const changedPrice = ({ lines, total }: OrderRequest, basket: PricedBasket): string | null => {
  const index = lines.findIndex(
    ({ unitPrice }, place) =>
      unitPrice !== undefined && unitPrice !== basket.lines[place]?.unitPrice,
  );
  if (index >= 0) return `/lines/${index}/unitPrice`;
  return basket.totals.total === total ? null : '/total';
};

/**
 * Checks what a channel wants to order against what its store asks now. The customer pays what was agreed: a total
 * that is no longer right is refused, never corrected.
 */
export const checkOrder = async (
  db: Tables,
  request: OrderRequest,
  prices: StorePrices,
): Promise<Result<PricedBasket, ErrorReply>> => {
  if (request.currency !== prices.settings.currency)
    return fail({ code: 'wrong_currency', at: '/currency' });
  const buyer = await buyerOf(
    db,
    { customerId: request.customer.customerId, codes: request.codes },
    prices,
  );
  if (!buyer.ok) return buyer;
  const basket = priceLines(request.lines, prices, buyer.value);
  if (!basket.ok) return basket;
  const changed = changedPrice(request, basket.value);
  if (changed !== null) return fail({ code: 'price_changed', at: changed });
  if (request.payment !== null && request.payment.amount > request.total)
    return fail({ code: 'amount_invalid', at: '/payment/amount' });
  return basket;
};

const paymentsOf = ({ payment }: OrderRequest, orderId: string, at: string): Payment[] => {
  if (payment === null || payment.amount === 0) return [];
  const { amount, reference } = payment;
  const id = `${orderId}-1`;
  return [{ id, tender: 'online', amount, tendered: amount, change: ZERO, reference, at }];
};

type PlacedUnder = Pick<Placement, 'id' | 'number' | 'channel'> & {
  /** The customer whose loyalty card is named; null = nobody's is. */
  readonly accountId: string | null;
};

/** The checked order as its store takes it. */
export const placementOf = (
  request: OrderRequest,
  basket: PricedBasket,
  { settings, at }: StorePrices,
  { accountId, ...order }: PlacedUnder,
): Placement => ({
  ...order,
  storeId: settings.storeId,
  customer: {
    ...request.customer,
    customerId: request.customer.customerId ?? null,
    ...(accountId === null ? {} : { accountId }),
  },
  currency: settings.currency,
  taxInclusive: settings.taxInclusive,
  basket,
  payments: paymentsOf(request, order.id, at),
  placedAt: at,
  expiresAt: new Date(Date.parse(at) + HOLD_HOURS * 3_600_000).toISOString(),
});

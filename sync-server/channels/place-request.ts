import type { Placement } from '#shared/domain/order/place.ts';
import type { Payment } from '#shared/domain/payment/schema.ts';
import type { PricedBasket } from '#shared/domain/pricing/price-basket.ts';
import { ZERO } from '#shared/kernel/money.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import type { OrderRequest } from '#shared/protocol/channel.ts';
import type { ErrorReply } from '#shared/protocol/errors.ts';
import { priceLines, type PriceList } from './price-lines.ts';

/** Hours a store keeps the goods of an order. */
const HOLD_HOURS = 72;

/** Who the new order is, decided before anything is written, so that a repeated request makes the same order. */
export type NewOrder = Pick<Placement, 'id' | 'number' | 'channel'>;

const changedPrice = ({ lines, total }: OrderRequest, basket: PricedBasket): string | null => {
  const index = lines.findIndex(
    ({ unitPrice }, place) =>
      unitPrice !== undefined && unitPrice !== basket.lines[place]?.unitPrice,
  );
  if (index >= 0) return `/lines/${index}/unitPrice`;
  return basket.totals.total === total ? null : '/total';
};

const paymentsOf = ({ payment }: OrderRequest, id: string, at: string): Payment[] => {
  if (payment === null || payment.amount === 0) return [];
  const { amount, reference } = payment;
  return [
    { id: `${id}-1`, tender: 'online', amount, tendered: amount, change: ZERO, reference, at },
  ];
};

/**
 * Checks what a channel wants to order against what its store asks now, and says what will be placed. The customer
 * pays what was agreed: a total that is no longer right is refused, never corrected.
 */
export const placementOf = (
  request: OrderRequest,
  prices: PriceList,
  order: NewOrder,
): Result<Placement, ErrorReply> => {
  const { settings, at } = prices;
  const { currency, taxInclusive, storeId } = settings;
  if (request.currency !== currency) return fail({ code: 'wrong_currency', at: '/currency' });
  const priced = priceLines(request.lines, prices);
  if (!priced.ok) return priced;
  const changed = changedPrice(request, priced.value);
  if (changed !== null) return fail({ code: 'price_changed', at: changed });
  if (request.payment !== null && request.payment.amount > request.total)
    return fail({ code: 'amount_invalid', at: '/payment/amount' });
  return ok({
    ...order,
    storeId,
    customer: { customerId: null, ...request.customer },
    currency,
    taxInclusive,
    basket: priced.value,
    payments: paymentsOf(request, order.id, at),
    placedAt: at,
    expiresAt: new Date(Date.parse(at) + HOLD_HOURS * 3_600_000).toISOString(),
  });
};

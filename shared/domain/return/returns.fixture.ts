import { NO_PROMOTIONS } from '#shared/domain/pricing/promotion-book.ts';
import { applyToOrder } from '#shared/operations/effects.ts';
import { decided, fact } from '#shared/operations/facts.fixture.ts';
import { add, type Minor, minor, ZERO } from '#shared/kernel/money.ts';
import { AT } from '../baskets.fixture.ts';
import type { Order } from '../order/schema.ts';
import type { Tender } from '../payment/schema.ts';
import type { Basket } from '../pricing/basket.ts';
import { priceBasket } from '../pricing/price-basket.ts';
import { decideSale } from '../sale/decide.ts';
import { DEFAULT_POLICY } from '../settings/default-policy.ts';
import type { Policy } from '../settings/policy.ts';
import type { ReturnRequest } from './decide.ts';
import type { ReturnTerms } from './permit.ts';

/** Whole tenge. */
export const INCREMENT = 100;

/** A counter sale of which `byCard` was paid by card and the rest in cash. */
export const soldFor = (basket: Basket, byCard: Minor | 'all'): Order => {
  const { total } = priceBasket(basket, NO_PROMOTIONS, AT).totals;
  const card = byCard === 'all' ? total : minor(Math.min(byCard, total));
  const offer = (id: string, tender: Tender, tendered: Minor) => ({
    id,
    tender,
    tendered,
    reference: null,
  });
  const cash = minor(total - card + 10 * INCREMENT);
  const payload = decideSale({
    orderId: 'order',
    number: 'N-1',
    currency: 'KZT',
    catalogVersion: 1,
    customerId: null,
    basket,
    promotions: NO_PROMOTIONS,
    pricedAt: AT,
    offers: [
      ...(card > 0 ? [offer('card', 'card', card)] : []),
      ...(card < total ? [offer('cash', 'cash', minor(cash - (cash % INCREMENT)))] : []),
    ],
    cashIncrement: INCREMENT,
    at: AT,
  });
  const order = applyToOrder(null, fact({ type: 'sale.completed', payload: decided(payload) }));
  if (!order) throw new Error('an order was expected');
  return order;
};

export const wanted = (lineId: string, change: Partial<ReturnRequest> = {}): ReturnRequest => ({
  lineId,
  quantity: 1000 as ReturnRequest['quantity'],
  reason: 'changed_mind',
  condition: 'as_new',
  disposition: 'restock',
  ...change,
});

/** A cashier in the store of the sale, with the network, a day later. */
export const terms = (
  change: Partial<ReturnTerms> = {},
  policy: Partial<Policy> = {},
): ReturnTerms => ({
  policy: { ...DEFAULT_POLICY, ...policy },
  actorId: 'aigerim',
  approverId: null,
  storeId: 'ALM1',
  isOffline: false,
  lastContactAt: AT,
  at: new Date(Date.parse(AT) + 86_400_000).toISOString(),
  categoryBySku: new Map([['TEA', 'food']]),
  ...change,
});

export const sumOf = (parts: readonly { readonly amount: Minor }[]): Minor =>
  parts.length === 0 ? ZERO : add(...parts.map(({ amount }) => amount));

import type { Order } from '#shared/domain/order/schema.ts';
import type { Tender } from '#shared/domain/payment/schema.ts';
import type { ReturnRequest } from '#shared/domain/return/decide.ts';
import { minor } from '#shared/kernel/money.ts';
import { units } from '#shared/kernel/quantity.ts';
import { ACTOR, AT, basketOf, type TestTill } from '../store/till.fixture.ts';
import { completeSale } from './complete-sale.ts';
import type { ReturnInput } from './return-input.ts';

/** A tea and a milk for 100.00 each, paid at this till. */
export const soldAt = async ({ store }: TestTill, tender: Tender = 'cash'): Promise<Order> => {
  await completeSale(store, ACTOR, {
    orderId: 'sold',
    basket: basketOf('TEA', 'MILK'),
    customerId: null,
    offers: [{ id: 'paid', tender, tendered: minor(20_000), reference: null }],
    pricedAt: AT,
  });
  const order = await store.view.order('sold');
  if (!order) throw new Error('an order was expected');
  return order;
};

const tea: ReturnRequest = {
  lineId: '1',
  quantity: units(1),
  reason: 'changed_mind',
  condition: 'as_new',
  disposition: 'restock',
};

/** The tea comes back to what paid it. */
export const teaBack = (told: Order, change: Partial<ReturnInput> = {}): ReturnInput => ({
  returnId: 'back',
  told,
  proof: 'order',
  requests: [tea],
  refunds: [{ tender: told.payments[0]?.tender ?? 'cash', amount: minor(10_000), reference: null }],
  customer: null,
  creditConsent: false,
  isOffline: false,
  isGiven: false,
  ...change,
});

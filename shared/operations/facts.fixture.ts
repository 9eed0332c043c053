import { NO_PROMOTIONS } from '../domain/pricing/promotion-book.ts';
import type { Order } from '../domain/order/schema.ts';
import type { Placement } from '../domain/order/place.ts';
import { decideHandOver } from '../domain/pickup/decide.ts';
import type { Basket } from '../domain/pricing/basket.ts';
import { priceBasket } from '../domain/pricing/price-basket.ts';
import { decideReturn } from '../domain/return/decide.ts';
import { decideSale } from '../domain/sale/decide.ts';
import { AT } from '../domain/baskets.fixture.ts';
import { operationId } from '../kernel/ids.ts';
import { minor, ZERO } from '../kernel/money.ts';
import type { Quantity } from '../kernel/quantity.ts';
import type { Result } from '../kernel/result.ts';
import { GENESIS_HASH } from './envelope.ts';
import type { Operation, OperationContent } from './operation.ts';

/** What was decided; a problem is a mistake of the test. */
export const decided = <Value>(result: Result<Value, unknown>): Value => {
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return result.value;
};

/** An operation of till `number`, a minute later than the one before it. */
export const fact = (content: OperationContent, number = 1, seq = 1): Operation => {
  const tillId = `ALM1-0${number}`;
  const journalId = `${tillId}_1`;
  const envelope = {
    id: operationId(journalId, seq),
    journalId,
    tillId,
    storeId: 'ALM1',
    seq,
    at: new Date(Date.parse(AT) + (number * 10 + seq) * 60_000).toISOString(),
    clockOffset: null,
    staffId: 'aigerim',
    shiftId: null,
    approvedBy: null,
    version: 1,
    previousHash: GENESIS_HASH,
    hash: GENESIS_HASH,
  };
  return { ...envelope, ...content };
};

const offer = (id: string, tender: 'cash' | 'card', amount: number) => ({
  id,
  tender,
  tendered: minor(amount),
  reference: null,
});

/** A counter sale paid by card, to the last minor unit. */
export const saleOf = (basket: Basket, orderId = 'order'): OperationContent => {
  const { total } = priceBasket(basket, NO_PROMOTIONS, AT).totals;
  const payload = decideSale({
    orderId,
    number: 'N-1',
    currency: 'KZT',
    catalogVersion: 1,
    customerId: null,
    basket,
    promotions: NO_PROMOTIONS,
    pricedAt: AT,
    offers: [offer('paid', 'card', total)],
    cashIncrement: 100,
    at: AT,
  });
  return { type: 'sale.completed', payload: decided(payload) };
};

/** So much of each line comes back, each for its share of the money. */
export const returnOf = (
  order: Order,
  parts: readonly { readonly lineId: string; readonly quantity: Quantity }[],
  id = 'back',
  at = AT,
) => {
  const requests = parts.map((part) => ({
    ...part,
    reason: 'defect' as const,
    condition: 'as_new' as const,
    disposition: 'restock' as const,
  }));
  const terms = { proof: 'order' as const, customer: null, cashIncrement: 1 };
  const command = { returnId: id, number: 'R-1', order, requests, at, ...terms };
  const first = decideReturn({ ...command, refunds: [] });
  const amount =
    !first.ok && first.problem.type === 'refunds_differ_from_total' ? first.problem.total : ZERO;
  const tender = order.payments[0]?.tender ?? 'card';
  const payload = decided(
    decideReturn({ ...command, refunds: [{ id, tender, amount, reference: null }] }),
  );
  return { type: 'return.completed' as const, payload };
};

export const placementOf = (basket: Basket, paid: boolean): Placement => {
  const priced = priceBasket(basket, NO_PROMOTIONS, AT);
  const { total } = priced.totals;
  const payment = { id: 'online', tender: 'online' as const, amount: total, tendered: total };
  return {
    id: 'order',
    number: 'W-1',
    channel: 'web',
    storeId: 'ALM1',
    customer: { customerId: null, name: 'Dana', phone: '' },
    currency: 'KZT',
    taxInclusive: basket.taxInclusive,
    basket: priced,
    payments: paid ? [{ ...payment, change: ZERO, reference: null, at: AT }] : [],
    placedAt: AT,
    expiresAt: '2026-01-05T03:04:05.678Z',
  };
};

/** Everything of an order is handed over, and what is due is paid in cash. */
export const handOverOf = (order: Order, id = 'collected', at = AT): OperationContent => ({
  type: 'pickup.handedOver',
  payload: decided(
    decideHandOver(order, {
      parts: null,
      offers: [offer(id, 'cash', 1_000_000_000)],
      proof: { type: 'code' },
      collectedBy: null,
      cashIncrement: 100,
      at,
    }),
  ),
});

export const preparationOf = (
  { id: orderId, currency, lines }: Order,
  shelf = 'A1',
): OperationContent => ({
  type: 'pickup.prepared',
  payload: { orderId, currency, shelf, lineIds: lines.map(({ id }) => id) },
});

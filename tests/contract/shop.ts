import { NO_PROMOTIONS } from '#shared/domain/pricing/promotion-book.ts';
import { randomUUID } from 'node:crypto';
import { decideReturn } from '#shared/domain/return/decide.ts';
import type { Order } from '#shared/domain/order/schema.ts';
import type { Placement } from '#shared/domain/order/place.ts';
import type { Tender } from '#shared/domain/payment/schema.ts';
import { decideHandOver } from '#shared/domain/pickup/decide.ts';
import type { BasketLine } from '#shared/domain/pricing/basket.ts';
import { priceBasket } from '#shared/domain/pricing/price-basket.ts';
import { decideSale } from '#shared/domain/sale/decide.ts';
import type { StoreSettings } from '#shared/domain/settings/schema.ts';
import { minor } from '#shared/kernel/money.ts';
import { units } from '#shared/kernel/quantity.ts';
import type { Result } from '#shared/kernel/result.ts';
import type { OperationContent } from '#shared/operations/operation.ts';
import { AT } from './pushing-till.ts';

type ContentOf<Type extends OperationContent['type']> = Extract<OperationContent, { type: Type }>;

const expectOk = <Value>(result: Result<Value, unknown>): Value => {
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return result.value;
};

/** `count` pieces of a product at 100.00, tax 12 % inside. */
export const line = (sku: string, count = 1, id = `line-${sku}`): BasketLine => ({
  id,
  sku,
  name: { en: sku },
  categoryId: 'food',
  kind: 'goods',
  unit: 'piece',
  quantity: units(count),
  unitPrice: minor(10_000),
  taxRate: 1200,
  discount: null,
});

const offer = (tender: Tender, tendered: number) => ({
  id: randomUUID(),
  tender,
  tendered: minor(tendered),
  reference: null,
});

const basketOf = (lines: readonly BasketLine[]) => ({ taxInclusive: true, lines, discount: null });

/** A counter sale paid in cash, exactly. */
export const sale = (
  lines: readonly BasketLine[] = [line('TEA')],
  orderId: string = randomUUID(),
): ContentOf<'sale.completed'> => {
  const { total } = priceBasket(basketOf(lines), NO_PROMOTIONS, AT).totals;
  const payload = decideSale({
    orderId,
    number: 'N-1',
    currency: 'KZT',
    catalogVersion: 1,
    customerId: null,
    basket: basketOf(lines),
    promotions: NO_PROMOTIONS,
    pricedAt: AT,
    offers: [offer('cash', total)],
    cashIncrement: 1,
    at: AT,
  });
  return { type: 'sale.completed', payload: expectOk(payload) };
};

/** The first line of an order comes back, sellable, for the money it was paid with. */
export const returned = (order: Order, count = 1): ContentOf<'return.completed'> => {
  const [first] = order.lines;
  if (!first) throw new Error('an order with a line was expected');
  const amount = minor((first.total * units(count)) / first.quantity);
  const payload = decideReturn({
    returnId: randomUUID(),
    number: 'R-1',
    order,
    requests: [
      {
        lineId: first.id,
        quantity: units(count),
        reason: 'defect',
        condition: 'as_new',
        disposition: 'restock',
      },
    ],
    proof: 'order',
    customer: null,
    cashIncrement: 1,
    refunds: [
      {
        id: randomUUID(),
        tender: order.payments[0]?.tender ?? 'cash',
        amount,
        reference: null,
      },
    ],
    at: AT,
  });
  return { type: 'return.completed', payload: expectOk(payload) };
};

/** A piece comes back without a receipt, for store credit of 100.00. */
export const blindReturn = (customer: string | null): ContentOf<'return.completed'> => {
  const { id, discount: _, categoryId: __, unitPrice: total, ...goods } = line('TEA');
  const returnId = randomUUID();
  const tax = minor(1071);
  const condition = { reason: 'other', condition: 'as_new', disposition: 'restock' } as const;
  const refund = { tender: 'store_credit', amount: total, state: 'refunded', at: AT } as const;
  return {
    type: 'return.completed',
    payload: {
      returnId,
      number: 'R-1',
      orderId: null,
      proof: 'none',
      customer,
      creditConsent: true,
      currency: 'KZT',
      lines: [{ ...goods, id, orderLineId: null, tax, total, ...condition }],
      total,
      rounding: minor(0),
      refunds: [{ ...refund, id: returnId, reference: returnId }],
    },
  };
};

export const received = (sku: string, count: number): ContentOf<'stock.received'> => ({
  type: 'stock.received',
  payload: {
    deliveryId: null,
    reference: 'delivery',
    lines: [{ id: randomUUID(), sku, quantity: units(count), expected: null }],
  },
});

/** A web order, to be paid at collection unless `paid`. */
export const placement = (
  storeId: string,
  lines: readonly BasketLine[] = [line('TEA')],
  paid = false,
): Placement => {
  const basket = priceBasket(basketOf(lines), NO_PROMOTIONS, AT);
  const { total } = basket.totals;
  const payment = { ...offer('online', total), amount: total, change: minor(0), at: AT };
  return {
    id: randomUUID(),
    number: 'W-1',
    channel: 'web',
    storeId,
    customer: { customerId: null, name: 'Dana', phone: '+7 700 000 00 00' },
    currency: 'KZT',
    taxInclusive: true,
    basket,
    payments: paid ? [payment] : [],
    placedAt: AT,
    expiresAt: '2026-01-05T11:00:00.000Z',
  };
};

/** Everything of an order is handed over, and what is due is paid by card. */
export const handedOver = (order: Order, due: number): ContentOf<'pickup.handedOver'> => ({
  type: 'pickup.handedOver',
  payload: expectOk(
    decideHandOver(order, {
      parts: null,
      offers: due === 0 ? [] : [offer('card', due)],
      proof: { type: 'code' },
      collectedBy: null,
      cashIncrement: 1,
      at: AT,
    }),
  ),
});

export const settings = (storeId: string): StoreSettings => ({
  storeId,
  name: storeId,
  chainName: 'Chain',
  address: '',
  currency: 'KZT',
  timeZone: 'Asia/Almaty',
  taxInclusive: true,
  taxRates: [{ id: 'vat', name: { en: 'VAT' }, rate: 1200 }],
  cashIncrement: 1,
  notes: [],
  discountLimit: 10_000,
});

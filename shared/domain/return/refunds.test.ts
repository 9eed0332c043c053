import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { add, type Minor, minor } from '#shared/kernel/money.ts';
import { quantity, units } from '#shared/kernel/quantity.ts';
import { applyToOrder } from '#shared/operations/effects.ts';
import { decided, fact } from '#shared/operations/facts.fixture.ts';
import { AT } from '../baskets.fixture.ts';
import type { Order } from '../order/schema.ts';
import type { Tender } from '../payment/schema.ts';
import type { BasketLine } from '../pricing/basket.ts';
import { giftCardLine } from '../pricing/gift-card.ts';
import { priceBasket } from '../pricing/price-basket.ts';
import { NO_PROMOTIONS } from '../pricing/promotion-book.ts';
import { decideSale } from '../sale/decide.ts';
import { checkReturn } from './check-return.ts';
import { decideReturn, returnLines } from './decide.ts';
import { proposeRefunds, refundLeft, type RefundPart } from './refunds.ts';
import { sumOf, wanted } from './returns.fixture.ts';

const goods = (id: string, price: number, count = 1, rate = 0): BasketLine => ({
  id,
  sku: `SKU${id}`,
  name: { en: id },
  categoryId: 'food',
  kind: 'goods',
  unit: 'piece',
  quantity: units(count),
  unitPrice: minor(price),
  taxRate: 1200,
  discount: rate === 0 ? null : { type: 'percent', rate },
});

const card = (amount: number): BasketLine => giftCardLine('card', 'GIFT-NEW-1', minor(amount));

const RULE = { perHundred: 0, worth: 1, asTender: true, smallestSpend: 1, offlineLimit: null };

const soldFor = (
  lines: readonly BasketLine[],
  paid: readonly (readonly [Tender, number])[],
  cashIncrement: number,
): Order => {
  const payload = decideSale({
    orderId: 'order',
    number: 'N-1',
    currency: 'KZT',
    catalogVersion: 1,
    customerId: 'dana',
    basket: { taxInclusive: true, lines: [...lines], discount: null },
    promotions: NO_PROMOTIONS,
    pricedAt: AT,
    offers: paid.map(([tender, tendered], index) => ({
      id: `paid-${index}`,
      tender,
      tendered: minor(tendered),
      reference: tender === 'gift_card' ? 'OLD' : null,
    })),
    cashIncrement,
    giftCards: { least: minor(1), most: minor(1_000_000_000) },
    points: { rule: RULE, known: null, paid: minor(0) },
    at: AT,
  });
  const order = applyToOrder(null, fact({ type: 'sale.completed', payload: decided(payload) }));
  if (!order) throw new Error('an order was expected');
  return order;
};

const bringBack = (
  order: Order,
  lineId: string,
  count: number,
  cashIncrement: number,
  given?: readonly RefundPart[],
) => {
  const requests = [wanted(lineId, { quantity: units(count) })];
  const total = add(...decided(returnLines(order, requests)).map((line) => line.total));
  const refunds = given ?? proposeRefunds(order, total, cashIncrement);
  const returned = decideReturn({
    returnId: `back-${order.returns.length}`,
    number: `R-${order.returns.length}`,
    order,
    proof: 'order',
    customer: null,
    requests,
    refunds: refunds.map((part, index) => ({
      ...part,
      id: `given-${order.returns.length}-${index}`,
      reference: null,
    })),
    cashIncrement,
    at: AT,
  });
  return { refunds, returned };
};

describe('R1 R14: cash that rounds to nothing', () => {
  const order = soldFor(
    [goods('1', 6020), goods('2', 3980)],
    [
      ['card', 6000],
      ['cash', 4000],
    ],
    50,
  );

  test('is not given back, and the goods come back all the same', () => {
    const { refunds, returned } = bringBack(order, '1', 1, 50);
    expect(refunds).toEqual([{ tender: 'card', amount: 6000 }]);
    expect(decided(returned)).toMatchObject({ total: 6020, rounding: -20 });
    expect(checkReturn(decided(returned), order, 50)).toEqual([]);
    expect(checkReturn(decided(returned), null, 50)).toEqual([]);
  });

  test('takes nothing off what a card paid alone, and no coin that there is', () => {
    const byCard = soldFor([goods('1', 6020)], [['card', 6020]], 50);
    const short = [{ tender: 'card', amount: minor(6000) }] as const;
    expect(bringBack(byCard, '1', 1, 50, short).returned.ok).toBe(false);
    const shorter = [{ tender: 'card', amount: minor(5990) }] as const;
    expect(bringBack(order, '1', 1, 50, shorter).returned.ok).toBe(false);
    const more = [{ tender: 'card', amount: minor(3990) }] as const;
    expect(bringBack(order, '2', 1, 50, more).returned.ok).toBe(false);
  });
});

describe('R13 R14: what was put on a new gift card', () => {
  const withCard = (value: Tender, money: Tender): Order =>
    soldFor(
      [goods('1', 10_000), card(10_000)],
      [
        [value, 10_000],
        [money, 10_000],
      ],
      100,
    );

  test.each(['gift_card', 'points', 'store_credit'] as const)(
    'does not come back as money for goods that %s paid',
    (value) => {
      for (const money of ['card', 'qr', 'cash'] as const) {
        const order = withCard(value, money);
        expect(refundLeft(order)).toBe(10_000);
        const { refunds, returned } = bringBack(order, '1', 1, 100);
        expect(refunds).toEqual([{ tender: value, amount: 10_000 }]);
        expect(returned.ok).toBe(true);
        const asMoney = [{ tender: money, amount: minor(10_000) }];
        expect(bringBack(order, '1', 1, 100, asMoney).returned).toMatchObject({
          problem: { type: 'refund_above_tender', tender: money, cap: 0 },
        });
      }
    },
  );

  test('was paid in cash first: a machine gives back to its own card', () => {
    const order = soldFor(
      [goods('1', 10_000), card(6000)],
      [
        ['card', 10_000],
        ['cash', 6000],
      ],
      100,
    );
    expect(bringBack(order, '1', 1, 100).refunds).toEqual([{ tender: 'card', amount: 10_000 }]);
  });
});

const MACHINES = ['card', 'qr', 'gift_card', 'store_credit'] as const;

test('R1 R12 R14: whatever paid, goods come back piece by piece, never for more than was paid, and no coin is kept', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.record({
          price: fc.integer({ min: 1, max: 5000 }),
          count: fc.integer({ min: 1, max: 6 }),
          rate: fc.integer({ min: 0, max: 9999 }),
        }),
        { minLength: 1, maxLength: 4 },
      ),
      fc.constantFrom(1, 50, 100, 500),
      fc.array(fc.tuple(fc.constantFrom(...MACHINES), fc.integer({ min: 1, max: 33 })), {
        maxLength: 3,
      }),
      fc.array(fc.tuple(fc.nat(3), fc.integer({ min: 1, max: 3 })), { maxLength: 8 }),
      (sold, increment, shares, acts) => {
        const lines = sold.map(({ price, count, rate }, index) =>
          goods(`${index}`, price, count, rate),
        );
        const basket = { taxInclusive: true, lines, discount: null };
        const { total } = priceBasket(basket, NO_PROMOTIONS, AT).totals;
        const machines = shares
          .map(([tender, share]) => [tender, Math.floor((total * share) / 100)] as const)
          .filter(([, amount]) => amount > 0);
        let order = soldFor(lines, [...machines, ['cash', total + 10 * increment]], increment);
        const paid = add(...order.payments.map(({ amount }) => amount));
        const all = sold.flatMap(({ count }, line) =>
          Array.from({ length: count }, () => [line, 1] as const),
        );
        for (const [line, count] of [...acts, ...all]) {
          const lineId = `${line % sold.length}`;
          const requests = [wanted(lineId, { quantity: quantity(count * 1000) })];
          if (!returnLines(order, requests).ok) continue;
          const payload = decided(bringBack(order, lineId, count, increment).returned);
          expect(checkReturn(payload, order, increment)).toEqual([]);
          const seq = order.returns.length + 2;
          const after = applyToOrder(order, fact({ type: 'return.completed', payload }, 1, seq));
          if (!after) throw new Error('an order was expected');
          order = after;
        }
        const refunded: Minor = sumOf(order.refunds);
        expect(refunded).toBeLessThanOrEqual(paid);
        expect(paid - refunded).toBeLessThan(increment * (order.returns.length + 1));
      },
    ),
  );
});

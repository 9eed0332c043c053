import { NO_PROMOTIONS } from '#shared/domain/pricing/promotion-book.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { add, minor, type Minor, subtract } from '#shared/kernel/money.ts';
import { quantity, units } from '#shared/kernel/quantity.ts';
import { applyToOrder } from '#shared/operations/effects.ts';
import { decided, fact } from '#shared/operations/facts.fixture.ts';
import { anyBasket, AT, basketLine, basketOf, isWhole } from '../baskets.fixture.ts';
import { dueOf, paidBy, refundDueOf } from '../order/balance.ts';
import type { Order } from '../order/schema.ts';
import type { Tender } from '../payment/schema.ts';
import { cashDue } from '../payment/settle.ts';
import type { Basket, BasketLine } from '../pricing/basket.ts';
import { priceBasket } from '../pricing/price-basket.ts';
import type { ReturnRequest } from './decide.ts';
import { returnLines } from './decide.ts';
import {
  balanceExchange,
  type CompleteExchange,
  decideExchange,
  type Exchange,
} from './exchange.ts';
import { permitReturn } from './permit.ts';
import { INCREMENT, soldFor, sumOf, terms, wanted } from './returns.fixture.ts';

/** What comes back of an order, and a basket that is taken instead. */
const halves = (
  order: Order,
  requests: readonly ReturnRequest[],
  basket: Basket,
): Pick<CompleteExchange, 'returned' | 'sold' | 'cashIncrement' | 'at'> => ({
  returned: {
    returnId: 'back',
    number: 'R-1',
    order,
    proof: 'order',
    customer: null,
    requests,
  },
  sold: {
    orderId: 'new',
    number: 'N-2',
    catalogVersion: 1,
    customerId: null,
    basket,
    promotions: NO_PROMOTIONS,
    pricedAt: AT,
  },
  cashIncrement: INCREMENT,
  at: AT,
});

/** Goods of an order against a basket; what is missing is paid by `tender`. */
const exchange = (
  order: Order,
  requests: readonly ReturnRequest[],
  basket: Basket,
  tender: Tender = 'cash',
): Exchange => {
  const total = sumOf(
    decided(returnLines(order, requests)).map(({ total: amount }) => ({ amount })),
  );
  const price = priceBasket(basket, NO_PROMOTIONS, AT).totals.total;
  const { due, refunds } = balanceExchange(order, total, price, INCREMENT);
  const tendered = tender === 'cash' ? cashDue(due, minor(0), INCREMENT) : due;
  return decided(
    decideExchange({
      ...halves(order, requests, basket),
      offers: due > 0 ? [{ id: 'paid', tender, tendered, reference: null }] : [],
      refunds: refunds.map((part, index) => ({ ...part, id: `r${index}`, reference: null })),
    }),
  );
};

const moved = ({ returned, sold, setOff }: Exchange): { in: Minor; out: Minor } => {
  const still = new Set(setOff.flatMap(({ refundId, paymentId }) => [refundId, paymentId]));
  return {
    in: sumOf(sold.payments.filter(({ id }) => !still.has(id))),
    out: sumOf(returned.refunds.filter(({ id }) => !still.has(id))),
  };
};

const tea = (count: number) => basketOf([basketLine({ quantity: units(count) })]);
const bun = (unitPrice: number) =>
  basketOf([basketLine({ id: 'b', sku: 'BUN', unitPrice: minor(unitPrice) })]);

describe('given tea for 24.68 by card, of which one comes back', () => {
  const order = soldFor(tea(2), 'all');
  const one = [wanted('a')];

  test('R8 when a dearer bun is taken, then the difference is paid and both documents are whole', () => {
    const { returned, sold, setOff } = exchange(order, one, bun(2000), 'card');
    expect(returned).toMatchObject({
      total: 1234,
      refunds: [{ id: 'back-off1', tender: 'card', amount: 1234, state: 'refunded' }],
    });
    expect(sold).toMatchObject({
      totals: { total: 2000, rounding: 0 },
      payments: [
        { id: 'new-off1', tender: 'card', amount: 1234 },
        { id: 'paid', tender: 'card', amount: 766 },
      ],
    });
    expect(setOff).toEqual([{ refundId: 'back-off1', paymentId: 'new-off1' }]);
  });

  test('R1 R8 when the difference is paid in cash, then only the difference is rounded', () => {
    const { sold } = exchange(order, one, bun(2000), 'cash');
    expect(sold.totals.rounding).toBe(34);
    expect(sold.payments.map(({ amount }) => amount)).toEqual([1234, 800]);
  });

  test('R8 when a cheaper bun is taken, then the difference goes back to the card', () => {
    const result = exchange(order, one, bun(1000));
    expect(moved(result)).toEqual({ in: 0, out: 234 });
    expect(result.returned.refunds.map(({ tender }) => tender)).toEqual(['card', 'card']);
  });

  test('R8 when it costs the same, then no money moves', () => {
    expect(moved(exchange(order, one, bun(1234)))).toEqual({ in: 0, out: 0 });
  });

  test('R16 what a provider took is set off without asking it', () => {
    const online = {
      ...order,
      payments: order.payments.map((payment) => ({ ...payment, tender: 'online' as const })),
    };
    const { returned } = exchange(online, one, bun(1000));
    expect(returned.refunds).toMatchObject([
      { amount: 1000, state: 'refunded' },
      { amount: 234, state: 'pending' },
    ]);
  });

  test('R6 what is set off is not money that a cashier gives back', () => {
    const { returned, setOff } = exchange(order, one, bun(1000));
    const offSet = new Set(setOff.map(({ refundId }) => refundId));
    const strict = terms({}, { refundLimit: minor(234) });
    expect(permitReturn(order, returned, strict, offSet)).toBeNull();
    expect(permitReturn(order, returned, strict)).toMatchObject({ type: 'manager_needed' });
  });
});

describe('given tea of a customer with points, which a dearer bun is taken for', () => {
  const order: Order = {
    ...soldFor(tea(1), 'all'),
    customer: { customerId: 'dana', name: '', phone: '' },
  };
  const rule = { perHundred: 0, worth: 100, smallestSpend: 1, offlineLimit: null };
  const byPoints = (asTender: boolean): Exchange => {
    const { sold, ...rest } = halves(order, [wanted('a')], bun(2034));
    const points = { rule: { ...rule, asTender }, known: null, paid: 0 };
    return decided(
      decideExchange({
        ...rest,
        sold: { ...sold, customerId: 'dana', points },
        offers: [
          { id: 'points', tender: 'points', tendered: minor(300), reference: null },
          { id: 'card', tender: 'card', tendered: minor(500), reference: null },
        ],
        refunds: [],
      }),
    );
  };

  test('R13: their points pay a part of the difference, as a discount or as a tender', () => {
    const asDiscount = byPoints(false);
    expect(asDiscount.sold).toMatchObject({ totals: { total: 1734 }, points: { spent: 3 } });
    expect(moved(asDiscount)).toEqual({ in: 500, out: 0 });
    const asTender = byPoints(true);
    expect(asTender.sold).toMatchObject({ totals: { total: 2034 }, points: { spent: 3 } });
    expect(moved(asTender)).toEqual({ in: 800, out: 0 });
  });
});

const basketWith = (taxInclusive: boolean, lines: readonly BasketLine[], rate: number): Basket => ({
  taxInclusive,
  lines,
  discount: rate === 0 ? null : { type: 'percent', rate },
});
/** Paid in cash it was rounded down by 0.02, and what comes back of it is rounded away but for that. */
const ROUNDED_DOWN = basketWith(
  false,
  [basketLine({ quantity: quantity(1337), unitPrice: minor(8_332_689), taxRate: 1200 })],
  0,
);
const A_LITTLE_CHEAPER = basketWith(
  false,
  [
    basketLine({ quantity: units(1), unitPrice: minor(9_450_631), taxRate: 0 }),
    basketLine({ id: 'b', quantity: units(5), unitPrice: minor(8_072_030), taxRate: 0 }),
  ],
  7495,
);

test('R8 R14 whatever is exchanged: money in − money out is the difference, no tender gets more than it paid, nothing is owed', () => {
  const anyCard = fc.oneof(
    fc.constant('all' as const),
    fc.constant(minor(0)),
    fc.integer({ min: 0, max: 5_000_000 }).map(minor),
  );
  const share = fc.integer({ min: 1, max: 1000 });
  const tender = fc.constantFrom('cash' as const, 'card' as const);
  fc.assert(
    fc.property(
      anyBasket,
      anyBasket,
      anyCard,
      share,
      tender,
      (was, next, byCard, part, paidBy_) => {
        const order = soldFor(was, byCard);
        const requests = order.lines.map((line) =>
          wanted(line.id, {
            quantity: quantity(Math.max(1, Math.floor((line.quantity * part) / 1000))),
          }),
        );
        const result = exchange(order, requests, next, paidBy_);
        expect(isWhole(result)).toBe(true);
        const { returned, sold } = result;
        expect(returned.total).toBe(add(...returned.lines.map(({ total }) => total)));
        expect(sold.totals.total).toBe(add(...sold.lines.map(({ total }) => total)));
        expect(sumOf(returned.refunds)).toBe(add(returned.total, returned.rounding));
        expect(sumOf(sold.payments)).toBe(add(sold.totals.total, sold.totals.rounding));
        const money = moved(result);
        const rounding = subtract(sold.totals.rounding, returned.rounding);
        expect(subtract(money.in, money.out)).toBe(sold.totals.total - returned.total + rounding);
        expect(Math.min(money.in, money.out)).toBe(0);
        const operation = fact({ type: 'exchange.completed', payload: result }, 1, 2);
        const after = applyToOrder(order, operation, order.id);
        const taken = applyToOrder(null, operation, 'new');
        if (!after || !taken) throw new Error('two orders were expected');
        for (const one of ['cash', 'card'] as const)
          expect(paidBy(after, one)).toBeGreaterThanOrEqual(0);
        expect([dueOf(after), refundDueOf(after), dueOf(taken), refundDueOf(taken)]).toEqual([
          0, 0, 0, 0,
        ]);
      },
    ),
    { examples: [[ROUNDED_DOWN, A_LITTLE_CHEAPER, minor(0), 1000, 'cash']] },
  );
});

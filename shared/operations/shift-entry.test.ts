import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyBasket, AT, basketLine, basketOf } from '../domain/baskets.fixture.ts';
import { cashDue, type Offer } from '../domain/payment/settle.ts';
import type { Basket } from '../domain/pricing/basket.ts';
import { priceBasket } from '../domain/pricing/price-basket.ts';
import { NO_PROMOTIONS } from '../domain/pricing/promotion-book.ts';
import { decideSale } from '../domain/sale/decide.ts';
import type { CashMoveKind } from '../domain/shift/cash-move.ts';
import { reportOf } from '../domain/shift/report.ts';
import { add, type Minor, minor, subtract, ZERO } from '../kernel/money.ts';
import { units } from '../kernel/quantity.ts';
import { applyToOrder } from './effects.ts';
import { decided, fact, handOverOf, placementOf, returnOf, saleOf } from './facts.fixture.ts';
import { placeOrder } from '../domain/order/place.ts';
import type { OperationContent } from './operation.ts';
import { shiftEntryOf } from './shift-entry.ts';

const INCREMENT = 100;
const FLOAT = minor(2_000_000);

const report = (contents: readonly OperationContent[], float = FLOAT) =>
  reportOf(
    float,
    contents.map((content, index) => shiftEntryOf(fact(content, 1, index + 1))),
    (sku) => (sku === 'TEA' ? 'drinks' : null),
  );

/** Part of it by card, the rest in cash with so much more than is due. */
const sold = (basket: Basket, orderId: string, cardShare: number, over: number) => {
  const { total } = priceBasket(basket, NO_PROMOTIONS, AT).totals;
  const card = minor(Math.floor((total * cardShare) / 100));
  const cash = add(cashDue(total, card, INCREMENT), minor(over));
  const offer = (tender: Offer['tender'], tendered: Minor): Offer => ({
    id: `${orderId}-${tender}`,
    tender,
    tendered,
    reference: null,
  });
  const offers = card === 0 ? [offer('cash', cash)] : [offer('card', card), offer('cash', cash)];
  return decided(
    decideSale({
      orderId,
      number: orderId,
      currency: 'KZT',
      catalogVersion: 1,
      customerId: null,
      basket,
      promotions: NO_PROMOTIONS,
      pricedAt: AT,
      offers,
      cashIncrement: INCREMENT,
      at: AT,
    }),
  );
};

const moved = (kind: CashMoveKind, amount: number, moveId: string): OperationContent => ({
  type: 'cash.moved',
  payload: {
    moveId,
    kind,
    currency: 'KZT',
    amount: minor(amount),
    reason: kind === 'safe_drop' ? 'safe' : 'other',
    note: 'why',
  },
});

type Step =
  | {
      readonly type: 'sale';
      readonly basket: Basket;
      readonly cardShare: number;
      readonly over: number;
    }
  | { readonly type: 'move'; readonly kind: CashMoveKind; readonly amount: number }
  | { readonly type: 'return'; readonly cash: number };

const anyStep: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    type: fc.constant('sale' as const),
    basket: anyBasket,
    cardShare: fc.constantFrom(0, 0, 50, 99),
    over: fc.constantFrom(0, 100, 5000, 1_000_000),
  }),
  fc.record({
    type: fc.constant('move' as const),
    kind: fc.constantFrom('in' as const, 'out' as const, 'safe_drop' as const),
    amount: fc.integer({ min: 1, max: 5_000_000 }),
  }),
  fc.record({ type: fc.constant('return' as const), cash: fc.integer({ min: 1, max: 100_000 }) }),
);

/** A return whose refund is in cash; what the goods were is no matter here. */
const givenBack = (amount: number, returnId: string): OperationContent => {
  const order = applyToOrder(null, fact(saleOf(basketOf([basketLine()]))));
  if (!order) throw new Error('an order was expected');
  const { payload } = returnOf(order, [{ lineId: 'a', quantity: units(1) }], returnId);
  const refunds = payload.refunds.map((refund) => ({
    ...refund,
    tender: 'cash' as const,
    amount: minor(amount),
  }));
  return { type: 'return.completed', payload: { ...payload, refunds } };
};

describe('R2 the drawer of a shift', () => {
  test('R2 is what was laid in and taken out, whatever was done', () => {
    fc.assert(
      fc.property(fc.array(anyStep, { maxLength: 25 }), (steps) => {
        // Counted piece by piece, as a person at the drawer would.
        let drawer = FLOAT;
        let due = ZERO;
        const contents = steps.map((step, index): OperationContent => {
          const id = `id-${index}`;
          if (step.type === 'move') {
            const sign = step.kind === 'in' ? 1 : -1;
            drawer = add(drawer, minor(sign * step.amount));
            return moved(step.kind, step.amount, id);
          }
          if (step.type === 'return') {
            drawer = subtract(drawer, minor(step.cash));
            return givenBack(step.cash, id);
          }
          const payload = sold(step.basket, id, step.cardShare, step.over);
          for (const { tender, tendered, change } of payload.payments)
            if (tender === 'cash') drawer = subtract(add(drawer, tendered), change);
          due = add(due, payload.totals.total, payload.totals.rounding);
          return { type: 'sale.completed', payload };
        });
        const { drawer: sums, sales, tenders, rounding } = report(contents);
        expect(sums.expected).toBe(drawer);
        // What was taken in all is what was due, rounding and all.
        expect(add(...tenders.map(({ taken }) => taken))).toBe(due);
        expect(add(sales.total, rounding)).toBe(due);
      }),
    );
  });

  test('R2 what an exchange set off moved no money', () => {
    const sale = sold(basketOf([basketLine({ unitPrice: minor(10_000) })]), 'new', 0, 0);
    const [payment] = sale.payments;
    const returned = givenBack(10_000, 'back');
    if (returned.type !== 'return.completed' || !payment) throw new Error('a return was expected');
    const [refund] = returned.payload.refunds;
    const exchange: OperationContent = {
      type: 'exchange.completed',
      payload: {
        currency: 'KZT',
        returned: returned.payload,
        sold: sale,
        setOff: [{ refundId: refund?.id ?? '', paymentId: payment.id }],
      },
    };
    const { drawer, tenders, sales, returns } = report([exchange]);
    expect(drawer.expected).toBe(FLOAT);
    expect(tenders).toEqual([]);
    expect([sales.count, returns.count]).toEqual([1, 1]);
  });

  test('R2 a web order that is paid at collection pays into the drawer', () => {
    const order = placeOrder(null, placementOf(basketOf([basketLine()]), false));
    const { drawer, handOvers, sales } = report([handOverOf(order)]);
    expect([handOvers, sales.count]).toEqual([1, 1]);
    expect(drawer.expected).toBe(add(FLOAT, drawer.tendered) - drawer.change);
    expect(drawer.tendered).toBeGreaterThan(0);
  });
});

test('R3 a hand-over by a till of an earlier build sells nothing in the report, and still pays', () => {
  const order = placeOrder(null, placementOf(basketOf([basketLine()]), false));
  const given = handOverOf(order);
  if (given.type !== 'pickup.handedOver') throw new Error('a hand-over was expected');
  const { sold: _, ...payload } = given.payload;
  const { handOvers, sales, taxes, tenders } = report([{ ...given, payload }]);
  expect([handOvers, sales.count, sales.total, taxes]).toEqual([1, 0, 0, []]);
  expect(tenders).toMatchObject([{ tender: 'cash', payments: 1 }]);
});

describe('R3 the report of a shift', () => {
  const discounted = basketLine({
    id: 'b',
    sku: 'BUN',
    taxRate: 500,
    discount: { type: 'percent', rate: 1000 },
  });
  const contents = [
    {
      type: 'sale.completed' as const,
      payload: sold(basketOf([basketLine(), discounted]), 'one', 50, 0),
    },
    givenBack(1234, 'back'),
    moved('safe_drop', 5000, 'drop'),
    {
      type: 'drawer.opened' as const,
      payload: { openingId: 'o', reason: 'change' as const, note: '' },
    },
    {
      type: 'basket.voided' as const,
      payload: {
        orderId: 'gone',
        lineCount: 2,
        currency: 'KZT' as const,
        amount: minor(900),
        reason: 'cannot_pay' as const,
      },
    },
  ];
  const whole = report(contents);

  test('R3 tells sales and returns by tender, tax rate, category, person and discount', () => {
    expect(
      whole.tenders.map(({ tender, payments, refunds }) => [tender, payments, refunds]),
    ).toEqual([
      ['card', 1, 0],
      ['cash', 1, 1],
    ]);
    expect(whole.taxes.map(({ rate }) => rate)).toEqual([2000, 500]);
    expect(whole.categories.map(({ categoryId }) => categoryId)).toEqual(['drinks', null]);
    expect(whole.staff).toMatchObject([{ staffId: 'aigerim', sales: 1, returns: 1 }]);
    expect(whole.discounts).toEqual([
      { kind: 'line', promotionId: null, lines: 1, amount: whole.sales.discount },
    ]);
    expect(whole.returnReasons).toMatchObject([{ reason: 'defect', lines: 1 }]);
    expect(whole.voids).toEqual({ lines: 0, baskets: 1, amount: 900 });
    expect(whole.drawerOpenings).toBe(1);
    expect(whole.cashMoves).toMatchObject([{ staffId: 'aigerim', move: { kind: 'safe_drop' } }]);
  });

  test('R3 every way of dividing it adds up to the same', () => {
    const sums = [whole.taxes, whole.categories, whole.staff].map((rows) =>
      add(...rows.map(({ sold: part }) => part)),
    );
    expect(sums).toEqual([whole.sales.total, whole.sales.total, whole.sales.total]);
  });

  test('R3 a refund that is still to go back is named, so that its settlement can be told from it', () => {
    const back = givenBack(1234, 'later');
    if (back.type !== 'return.completed') throw new Error('a return was expected');
    const refunds = back.payload.refunds.map((refund) => ({
      ...refund,
      tender: 'online' as const,
      state: 'pending' as const,
    }));
    const pending = report([{ ...back, payload: { ...back.payload, refunds } }]);
    expect(pending.drawer.expected).toBe(FLOAT);
    expect(pending.pendingRefunds).toEqual([
      { refundId: 'later', orderId: 'order', tender: 'online', amount: 1234 },
    ]);
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { minor } from '#shared/kernel/money.ts';
import { quantity, units } from '#shared/kernel/quantity.ts';
import { applyToOrder } from '#shared/operations/effects.ts';
import {
  decided,
  fact,
  handOverOf,
  placementOf,
  preparationOf,
} from '#shared/operations/facts.fixture.ts';
import type { OperationContent } from '#shared/operations/operation.ts';
import { anyBasket, AT, basketLine, basketOf } from '../baskets.fixture.ts';
import { contradictionsOfOrder } from '../exception/contradictions.ts';
import { dueOf, onlineRefundDueOf, refundDueOf } from '../order/balance.ts';
import { placeOrder } from '../order/place.ts';
import type { Order } from '../order/schema.ts';
import { priceBasket } from '../pricing/price-basket.ts';
import { NO_PROMOTIONS } from '../pricing/promotion-book.ts';
import {
  type Amend,
  afterAmendment,
  decideAmendment,
  substitutePriceDifference,
  successorId,
} from './amend.ts';
import { decideOrderPayment } from './decide.ts';
import { proposeCounterRefunds } from './refunds.ts';

const basket = basketOf([basketLine({ quantity: units(3) }), basketLine({ id: '2', sku: 'BUN' })]);
const unpaid = placeOrder(null, placementOf(basket, false));
const paidOnline = placeOrder(null, placementOf(basket, true));

const short: Amend = {
  reason: 'short',
  parts: [{ lineId: 'a', quantity: units(1) }],
  substitutes: [],
  consent: null,
  suffix: '0123abcd',
};

const contentOf = (order: Order, amend: Amend): OperationContent => {
  const next = decided(afterAmendment(order, amend));
  const refunds = proposeCounterRefunds(next, 1).map((part, index) => ({
    ...part,
    id: `refund${index}`,
    reference: null,
  }));
  const payload = decided(decideAmendment(order, { ...amend, refunds, cashIncrement: 1, at: AT }));
  return { type: 'order.amended', payload };
};

const amended = (order: Order, amend: Amend, seq = 1): Order =>
  applyToOrder(order, fact(contentOf(order, amend), 1, seq)) ?? order;

const [substitute] = priceBasket(
  basketOf([basketLine({ id: 'a_ffff0000', sku: 'COFFEE', unitPrice: minor(2000) })]),
  NO_PROMOTIONS,
  AT,
).lines;
if (!substitute) throw new Error('a line was expected');

describe('R22 given goods that are short', () => {
  test('R22 when one of three is missing, then two remain at the price they had', () => {
    const order = amended(unpaid, short);
    expect(order.lines).toMatchObject([
      { id: '2' },
      { id: 'a_0123abcd', quantity: 2000, unitPrice: 1234, total: 2468 },
    ]);
    expect(order.formerLines).toMatchObject([{ id: 'a', quantity: 3000 }]);
    expect(dueOf(order)).toBe(2468 + 1234);
  });

  test('R16 when the channel took the money, then its provider gives it back, not the counter', () => {
    const content = contentOf(paidOnline, short);
    expect(content.payload).toMatchObject({ refunds: [] });
    expect(onlineRefundDueOf(amended(paidOnline, short))).toBe(1234);
  });

  test('R14 when the counter took it, then the counter gives it back to the tender that paid', () => {
    const offer = { id: 'card', tender: 'card', tendered: minor(4936), reference: null } as const;
    const payment = decided(
      decideOrderPayment(unpaid, { offers: [offer], isTaken: false, cashIncrement: 1, at: AT }),
    );
    const paid = applyToOrder(unpaid, fact({ type: 'order.paid', payload: payment })) ?? unpaid;
    expect(contentOf(paid, short).payload).toMatchObject({
      refunds: [{ tender: 'card', amount: 1234, state: 'refunded' }],
    });
    expect(decideAmendment(paid, { ...short, refunds: [], cashIncrement: 1, at: AT })).toEqual({
      ok: false,
      problem: { type: 'refunds_differ_from_total', total: 1234 },
    });
    expect(refundDueOf(amended(paid, short, 2))).toBe(0);
  });

  test('when all of a line is missing, then nothing takes its place', () => {
    const parts = [{ lineId: 'a', quantity: units(3) }];
    expect(amended(unpaid, { ...short, parts }).lines.map(({ id }) => id)).toEqual(['2']);
  });

  test('when it stood ready, then it does not until what remains is put ready', () => {
    const ready = applyToOrder(unpaid, fact(preparationOf(unpaid))) ?? unpaid;
    const order = amended(ready, short, 2);
    expect(order.pickup?.state).toBe('reserved');
    const again = applyToOrder(order, fact(preparationOf(order, 'C3'), 1, 3));
    expect(again?.pickup).toMatchObject({ state: 'prepared', shelf: 'C3' });
  });

  test('R12 when parts of any lines are missing, then the money adds up and nothing contradicts', () => {
    fc.assert(
      fc.property(anyBasket, fc.integer({ min: 1, max: 100 }), (any, percent) => {
        const order = placeOrder(null, placementOf(any, true));
        const parts = order.lines.map(({ id, quantity: whole }) => ({
          lineId: id,
          quantity: quantity(Math.max(1, Math.floor((whole * percent) / 100))),
        }));
        const less = amended(order, { ...short, parts });
        const total = less.lines.reduce((sum, line) => sum + line.total, 0);
        expect(less.totals.total).toBe(total);
        expect(onlineRefundDueOf(less)).toBe(order.totals.total - total);
        expect(contradictionsOfOrder(less)).toEqual([]);
      }),
    );
  });
});

describe('given goods that are replaced', () => {
  const replace: Amend = {
    ...short,
    reason: 'substituted',
    substitutes: [substitute],
    consent: 'phone',
  };

  test('when the customer agreed, then the substitute is in and the consent on record', () => {
    expect(contentOf(unpaid, replace).payload).toMatchObject({ consent: 'phone' });
    const order = amended(unpaid, replace);
    expect(order.lines.map(({ sku }) => sku)).toEqual(['BUN', 'TEA', 'COFFEE']);
    expect(dueOf(order)).toBe(1234 + 2468 + 2000);
    const [line = substitute] = unpaid.lines;
    expect(substitutePriceDifference(line, units(1), substitute)).toBe(2000 - 1234);
  });

  test('when nobody asked the customer, then it is refused', () => {
    const command = { ...replace, consent: null, refunds: [], cashIncrement: 1, at: AT };
    expect(decideAmendment(unpaid, command)).toEqual({
      ok: false,
      problem: { type: 'consent_missing' },
    });
  });
});

test.each([
  [{ parts: [] }, { type: 'nothing_chosen' }],
  [{ parts: [{ lineId: 'x', quantity: units(1) }] }, { type: 'line_gone', lineId: 'x' }],
  [
    { parts: [{ lineId: 'a', quantity: units(4) }] },
    { type: 'quantity_above_open', lineId: 'a', left: 3000 },
  ],
])('given %j, then nothing is changed', (change, problem) => {
  expect(
    decideAmendment(unpaid, { ...short, ...change, refunds: [], cashIncrement: 1, at: AT }),
  ).toEqual({ ok: false, problem });
});

test('given an order that was handed over, then nothing of it is short any more', () => {
  const gone = applyToOrder(unpaid, fact(handOverOf(unpaid))) ?? unpaid;
  expect(afterAmendment(gone, short)).toMatchObject({ problem: { type: 'already_handed_over' } });
});

test('what takes the place of a line is named after the first of them', () => {
  expect(successorId('3', 'aa')).toBe('3_aa');
  expect(successorId('3_aa', 'bb')).toBe('3_bb');
});

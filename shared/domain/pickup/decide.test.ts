import type { Offer } from '../payment/settle.ts';
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
  saleOf,
} from '#shared/operations/facts.fixture.ts';
import type { OperationContent } from '#shared/operations/operation.ts';
import { anyBasket, AT, basketLine, basketOf } from '../baskets.fixture.ts';
import { contradictionsOfOrder } from '../exception/contradictions.ts';
import { applyCancellation } from '../order/apply.ts';
import { dueOf, paymentStateOf } from '../order/balance.ts';
import { placeOrder } from '../order/place.ts';
import type { Order } from '../order/schema.ts';
import {
  decideHandOver,
  decideOrderPayment,
  decidePick,
  decidePrepare,
  dueForGoods,
} from './decide.ts';
import { linesToHandOver } from './open-pickup.ts';

const basket = basketOf([
  basketLine({ quantity: units(2) }),
  basketLine({ id: 'b', kind: 'service' }),
]);
const reserved = placeOrder(null, placementOf(basket, true));
const unpaid = placeOrder(null, placementOf(basket, false));

const after = (order: Order, ...facts: Parameters<typeof fact>): Order =>
  applyToOrder(order, fact(...facts)) ?? order;

const prepared = after(reserved, preparationOf(reserved));
const completed = after(reserved, handOverOf(reserved));
const canceled = applyCancellation(reserved, { actId: 'web', at: AT });
const counterSale = applyToOrder(null, fact(saleOf(basket))) ?? reserved;

const command = {
  parts: null,
  offers: [],
  proof: { type: 'code' },
  collectedBy: null,
  cashIncrement: 100,
  at: AT,
} as const;

const cash = (tendered: number) =>
  ({ id: 'paid', tender: 'cash', tendered: minor(tendered), reference: null }) as const;

describe('R19 given an order that is reserved or prepared', () => {
  test.each([
    ['reserved', reserved],
    ['prepared', prepared],
  ])('R19 when it is %s, then all that is left of it can be handed over', (_, order) => {
    expect(decided(decideHandOver(order, command))).toMatchObject({
      lines: [
        { lineId: 'a', quantity: 2000 },
        { lineId: 'b', quantity: 1000 },
      ],
      payments: [],
      proof: { type: 'code' },
    });
  });

  test('when money is due, then it must be paid', () => {
    expect(decideHandOver(unpaid, command)).toEqual({
      ok: false,
      problem: { type: 'tender_short', missing: 3702 },
    });
  });
});

describe('given goods that leave in parts', () => {
  const one = { lineId: 'a', quantity: units(1) };

  const give = (order: Order, parts: readonly (typeof one)[], seq: number): Order => {
    const payload = decided(
      decideHandOver(order, {
        ...command,
        parts,
        offers: [cash(1_000_000_000_000)],
        cashIncrement: 1,
      }),
    );
    const payments = payload.payments.map((payment) => ({ ...payment, id: `paid${seq}` }));
    return after(order, { type: 'pickup.handedOver', payload: { ...payload, payments } }, 1, seq);
  };

  test('when a part has left, then only the rest can', () => {
    const partly = give(unpaid, [one], 1);
    expect(linesToHandOver(partly).map(({ quantity: left }) => left)).toEqual([1000, 1000]);
    expect(partly.pickup?.state).toBe('reserved');
    expect(
      decideHandOver(partly, { ...command, parts: [{ lineId: 'a', quantity: units(2) }] }),
    ).toMatchObject({ problem: { type: 'quantity_above_open', left: 1000 } });
    expect(decideHandOver(partly, { ...command, parts: [] })).toMatchObject({
      problem: { type: 'nothing_chosen' },
    });
    expect(decideHandOver(partly, { ...command, parts: [{ ...one, lineId: 'x' }] })).toMatchObject({
      problem: { type: 'line_gone', lineId: 'x' },
    });
  });

  test('when they are not paid, then each part is paid as it leaves, and all parts are the whole', () => {
    fc.assert(
      fc.property(anyBasket, fc.nat(), (any, seed) => {
        const order = placeOrder(null, placementOf(any, false));
        const lines = linesToHandOver(order);
        const cut = seed % (lines.length + 1);
        const halves = [lines.slice(0, cut), lines.slice(cut)].filter(({ length }) => length > 0);
        const done = halves.reduce((before, half, index) => give(before, half, index + 1), order);
        expect(done.pickup?.state).toBe('completed');
        expect(dueOf(done)).toBe(0);
        expect(paymentStateOf(done)).toBe('paid');
        expect(contradictionsOfOrder(done)).toEqual([]);
      }),
    );
  });

  test('when a part leaves, then no more is asked for it than is due for all', () => {
    fc.assert(
      fc.property(anyBasket, (any) => {
        const order = placeOrder(null, placementOf(any, false));
        const parts = linesToHandOver(order).map((line) => dueForGoods(order, [line]));
        expect(parts.reduce((sum, part) => sum + part, 0)).toBe(dueOf(order));
      }),
    );
  });
});

describe('given goods that are picked', () => {
  test('when some are found, then the latest word on a line counts', () => {
    const content = (count: number): OperationContent => ({
      type: 'pickup.picked',
      payload: decided(decidePick(reserved, [{ lineId: 'a', quantity: quantity(count) }])),
    });
    const picked = after(after(reserved, content(1000)), content(2000), 1, 2);
    expect(picked.pickup?.picks).toMatchObject([{ lineId: 'a', quantity: 2000 }]);
  });

  test('when a part stands ready, then the order does not; when the rest does, then it does', () => {
    const part = decided(decidePrepare(reserved, 'A1', ['a']));
    const partly = after(reserved, { type: 'pickup.prepared', payload: part });
    expect(partly.pickup?.state).toBe('reserved');
    const rest = decided(decidePrepare(partly, 'B2', ['b']));
    const whole = after(partly, { type: 'pickup.prepared', payload: rest }, 1, 2);
    expect(whole.pickup).toMatchObject({ state: 'prepared', shelf: 'B2' });
    expect(decidePrepare(reserved, 'A1', [])).toMatchObject({
      problem: { type: 'nothing_chosen' },
    });
    expect(decidePrepare(reserved, 'A1', ['x'])).toMatchObject({ problem: { type: 'line_gone' } });
  });
});

test('R10 given an unpaid order, when it is paid now, then nothing is due when it is collected', () => {
  const payload = decided(
    decideOrderPayment(unpaid, {
      offers: [cash(5000)],
      isTaken: false,
      cashIncrement: 100,
      at: AT,
    }),
  );
  expect(payload).toMatchObject({ payments: [{ amount: 3700, change: 1300 }], rounding: -2 });
  const paid = after(unpaid, { type: 'order.paid', payload });
  expect(paid.pickup?.state).toBe('reserved');
  expect(dueOf(paid)).toBe(0);
  expect(
    decideOrderPayment(paid, { offers: [cash(5000)], isTaken: false, cashIncrement: 100, at: AT }),
  ).toMatchObject({
    problem: { type: 'nothing_due' },
  });
  expect(
    decideOrderPayment(unpaid, { offers: [], isTaken: false, cashIncrement: 100, at: AT }),
  ).toMatchObject({
    problem: { type: 'tender_short' },
  });
});

test('J3 given an unpaid order, when a card has paid for a part of it, then that is paid, and the rest is due', () => {
  const card: Offer = { id: 'card', tender: 'card', tendered: minor(1000), reference: null };
  const terms = { cashIncrement: 100, at: AT };
  const payload = decided(decideOrderPayment(unpaid, { offers: [card], isTaken: true, ...terms }));
  expect(payload).toMatchObject({ payments: [{ amount: 1000 }], rounding: 0 });
  const paid = after(unpaid, { type: 'order.paid', payload });
  expect(dueOf(paid)).toBe(dueOf(unpaid) - 1000);
  const tooMuch = { ...card, tendered: minor(dueOf(unpaid) + 1) };
  expect(decideOrderPayment(unpaid, { offers: [tooMuch], isTaken: true, ...terms })).toMatchObject({
    problem: { type: 'change_only_from_cash', over: 1 },
  });
});

test.each([
  ['completed', completed, { type: 'already_handed_over', at: completed.pickup?.pickedUpAt }],
  ['canceled', canceled, { type: 'pickup_closed', state: 'canceled' }],
  ['sold at the counter', counterSale, { type: 'not_a_pickup' }],
])(
  'given an order that is %s, then it is neither prepared nor handed over',
  (_, order, problem) => {
    expect(decidePrepare(order, 'A1')).toEqual({ ok: false, problem });
    expect(decideHandOver(order, command)).toEqual({ ok: false, problem });
    expect(decidePick(order, [])).toEqual({ ok: false, problem });
    expect(
      decideOrderPayment(order, { offers: [], isTaken: false, cashIncrement: 1, at: AT }),
    ).toEqual({ ok: false, problem });
  },
);

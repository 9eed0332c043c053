import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { minor } from '#shared/kernel/money.ts';
import { units } from '#shared/kernel/quantity.ts';
import { applyToOrder } from '#shared/operations/effects.ts';
import { decided, fact, placementOf } from '#shared/operations/facts.fixture.ts';
import { AT, basketLine, basketOf } from '../baskets.fixture.ts';
import { collectedValueOf, dueOf } from '../order/balance.ts';
import { placeOrder } from '../order/place.ts';
import { decideOrderPayment } from '../pickup/decide.ts';
import { earnedOn, mostToSpend } from './earn.ts';
import { accountOf, pointsOf, sumOfPoints } from './of-order.ts';
import {
  after,
  back,
  give,
  given,
  lessened,
  offersFor,
  ordered,
  paid,
  returned,
  RULE,
  TERMS,
} from './web-orders.fixture.ts';

describe('R12 a web order earns points as it is handed over', () => {
  test.each([
    ['at collection', false],
    ['on the web', true],
  ])('by what is sold, though it was paid %s', (_, isPaid) => {
    const order = ordered(3, isPaid);
    expect(pointsOf(order).earned).toBe(0);
    expect(decided(give(order, 1, null)).points).toEqual({
      customerId: 'dana',
      earned: 1500,
      spent: 0,
      known: { balance: 1600, at: AT },
    });
    expect(pointsOf(given(order, 1, null)).earned).toBe(1500);
  });

  test('a part by its own price, and all parts what the whole earns', () => {
    const first = given(ordered(3, true), 1, 1);
    expect(pointsOf(first).earned).toBe(500);
    expect(pointsOf(given(first, 2, null)).earned).toBe(1500);
  });

  test('once, however often its operation is told', () => {
    const payload = decided(give(ordered(2), 1, null));
    const content = { type: 'pickup.handedOver', payload } as const;
    const once = after(ordered(2), content, 1);
    expect(pointsOf(after(once, content, 1))).toEqual(pointsOf(once));
  });

  test('nobody’s where the channel named no customer of the chain, whatever it calls its own', () => {
    const order = ordered(1, true, null);
    const named = { ...order, customer: { customerId: 'LC-1', name: 'Dana', phone: '' } };
    expect(accountOf(named)).toBeNull();
    expect(decided(give(named, 1, null, { terms: null })).points).toBeUndefined();
  });

  test('its hand-over may be heard of before the order', () => {
    const order = ordered(2);
    const payload = decided(give(order, 1, null, { points: 50 }));
    const content = { type: 'pickup.handedOver', payload } as const;
    const heard = applyToOrder(null, fact(content));
    const placement = placementOf(
      basketOf([basketLine({ quantity: units(2), unitPrice: minor(10_000) })]),
      false,
    );
    const placed = placeOrder(heard, placement);
    expect(accountOf(placed)).toBe('dana');
    expect(pointsOf(placed)).toEqual(pointsOf(after(order, content, 1)));
  });
});

describe('R13 points pay the rest of a web order', () => {
  test('like money, also where they are a discount at the counter: its prices and taxes stay', () => {
    const order = ordered(2);
    const payload = decided(give(order, 1, null, { points: 50 }));
    expect(payload.payments).toMatchObject([
      { tender: 'points', amount: 5000 },
      { tender: 'cash', amount: 15_000 },
    ]);
    expect(payload.sold).toEqual(decided(give(order, 1, null)).sold);
    expect(payload.points).toEqual({
      customerId: 'dana',
      earned: 750,
      spent: 50,
      known: { balance: 800, at: AT },
    });
    const collected = after(order, { type: 'pickup.handedOver', payload }, 1);
    expect(collected.totals).toEqual(order.totals);
    expect(dueOf(collected)).toBe(0);
  });

  test('paid ahead with them, it earns on the rest when it is handed over', () => {
    const ahead = paid(ordered(2), 1, 50);
    expect(pointsOf(ahead)).toMatchObject({ earned: 0, spent: 50 });
    const first = given(ahead, 2, 1);
    expect(pointsOf(first).earned).toBe(250);
    expect(pointsOf(given(first, 3, null)).earned).toBe(750);
  });

  test('what points paid after some of it was collected is not earned on after all', () => {
    const first = given(ordered(2), 1, 1);
    expect(pointsOf(first).earned).toBe(500);
    const ahead = paid(first, 2, 60);
    expect(pointsOf(given(ahead, 3, null)).earned).toBe(earnedOn(RULE, minor(14_000)));
  });

  test('paid ahead with them, it earns on all of the rest once they came back with a piece that was taken off', () => {
    const less = lessened(paid(ordered(2), 1, 50), 2, 1);
    expect(pointsOf(less)).toMatchObject({ spent: 50, restored: 50 });
    expect(decided(give(less, 3, null)).points?.earned).toBe(500);
    expect(sumOfPoints(pointsOf(given(less, 3, null)))).toBe(500);
  });

  test('after goods came back, only what the customer keeps and paid in money is earned on', () => {
    const first = returned(given(ordered(3), 1, 1), 2, 1);
    expect(sumOfPoints(pointsOf(first))).toBe(0);
    const second = given(first, 3, 1, { points: 100 });
    expect(sumOfPoints(pointsOf(given(second, 4, null)))).toBe(500 - 100);
  });

  test.each([
    ['nobody of the chain is named, or the store takes none', 30, null],
    ['they are no whole number', 30.5, TERMS],
  ])('not when %s', (_, points, terms) => {
    const problem = { ok: false, problem: { type: 'points_not_taken' } };
    expect(give(ordered(1), 1, null, { points, terms })).toEqual(problem);
    const offers = offersFor(10_000, { points }, '1');
    const how = { offers, isTaken: false, points: terms, cashIncrement: 1, at: AT };
    expect(decideOrderPayment(ordered(1), how)).toEqual(problem);
  });
});

const visits = fc.array(
  fc.record({ pieces: fc.integer({ min: 1, max: 3 }), points: fc.integer({ min: 0, max: 300 }) }),
  { minLength: 1, maxLength: 4 },
);

describe('R12 what comes back of a web order', () => {
  test('takes back what it earned and restores what was spent, in parts that add up to the whole', () => {
    fc.assert(
      fc.property(visits, (wanted) => {
        let order = ordered(wanted.reduce((sum, { pieces }) => sum + pieces, 0));
        let seq = 0;
        for (const { pieces, points } of wanted) {
          seq += 1;
          const due = pieces * 10_000;
          order = given(order, seq, pieces, { points: mostToSpend(RULE, points, minor(due)) });
        }
        const { earned, spent } = pointsOf(order);
        const inMoney = collectedValueOf(order) - spent * RULE.worth;
        expect(earned).toBe(earnedOn(RULE, minor(inMoney)));
        while (order.returns.length < wanted.length) {
          seq += 1;
          const { pieces } = wanted[order.returns.length] ?? { pieces: 0 };
          const payload = back(order, seq, pieces);
          const since = after(order, { type: 'return.completed', payload }, seq);
          const [was, is] = [pointsOf(order), pointsOf(since)];
          // What the paper says is what the ledger comes to.
          expect(payload.points).toEqual({
            customerId: 'dana',
            takenBack: is.takenBack - was.takenBack,
            restored: is.restored - was.restored,
          });
          order = since;
        }
        expect(sumOfPoints(pointsOf(order))).toBe(0);
      }),
      { numRuns: 100 },
    );
  });
});

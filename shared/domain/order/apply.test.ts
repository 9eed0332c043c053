import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { quantity, units } from '#shared/kernel/quantity.ts';
import { applyToOrder } from '#shared/operations/effects.ts';
import {
  fact,
  handOverOf,
  placementOf,
  preparationOf,
  returnOf,
  saleOf,
} from '#shared/operations/facts.fixture.ts';
import type { Operation } from '#shared/operations/operation.ts';
import { anyBasket, AT, basketLine, basketOf } from '../baskets.fixture.ts';
import { contradictionsOfOrder } from '../exception/contradictions.ts';
import { reservationsOf } from '../stock/reservations.ts';
import { applyCancellation } from './apply.ts';
import { paymentStateOf } from './balance.ts';
import { placeOrder } from './place.ts';
import type { Order } from './schema.ts';

/** The start of later times. */
const LATER = '2026-01-02T04:00:00.00';

type Step = (order: Order | null) => Order | null;

const does =
  (operation: Operation): Step =>
  (order) =>
    applyToOrder(order, operation);

const inOrder = (steps: readonly Step[]): Order => {
  const order = steps.reduce<Order | null>((before, step) => step(before), null);
  if (!order) throw new Error('an order was expected');
  return order;
};

const anyOrderOf = <Item>(items: readonly Item[]) =>
  fc.shuffledSubarray([...items], { minLength: items.length });

describe('S5 facts about a sale', () => {
  const basket = basketOf([basketLine({ quantity: units(3) }), basketLine({ id: 'b' })]);
  const sale = fact(saleOf(basket));
  const sold = inOrder([does(sale)]);
  const returns = [1, 2].map((number) => {
    const part = { lineId: 'a', quantity: units(1) };
    const content = returnOf(sold, [part], `back${number}`, `${LATER}${number}Z`);
    return fact(content, number, number + 1);
  });

  test('S5 come to the same order, whichever arrives first', () => {
    const straight = inOrder([sale, ...returns].map(does));
    fc.assert(
      fc.property(anyOrderOf([sale, ...returns]), (shuffled) => {
        expect(inOrder(shuffled.map(does))).toEqual(straight);
      }),
    );
  });

  test('S5 a sale and a return of any basket do so as well', () => {
    fc.assert(
      fc.property(anyBasket, fc.integer({ min: 1, max: 100 }), (any, percent) => {
        const made = fact(saleOf(any));
        const order = inOrder([does(made)]);
        const [line] = order.lines;
        if (!line) return;
        const part = quantity(Math.max(1, Math.floor((line.quantity * percent) / 100)));
        const back = fact(returnOf(order, [{ lineId: line.id, quantity: part }]), 2);
        expect(inOrder([does(back), does(made)])).toEqual(inOrder([does(made), does(back)]));
      }),
    );
  });

  test('P4 a sale and a return that are applied twice count once', () => {
    const once = inOrder([sale, ...returns].map(does));
    expect(inOrder([sale, ...returns, ...returns, sale].map(does))).toEqual(once);
  });

  test('P4 a sale that is told again leaves what the server added to its order', () => {
    const customer = { customerId: 'c', name: 'Aigerim', phone: '' };
    const known = { ...inOrder([does(sale)]), customer };
    expect(does(sale)(known)).toEqual(known);
  });

  test('S5 before its sale an order is provisional, and nothing else is said against it', () => {
    const early = inOrder(returns.map(does));
    expect(early).toMatchObject({ provisional: true, number: null, lines: [] });
    expect(contradictionsOfOrder(early).map(({ kind }) => kind)).toEqual(['unknown_order']);
    expect(contradictionsOfOrder(inOrder([...returns, sale].map(does)))).toEqual([]);
  });

  test('a sale is paid; what is given back shows in its state', () => {
    const states = [[], returns.slice(0, 1), returns].map((done) =>
      paymentStateOf(inOrder([sale, ...done].map(does))),
    );
    expect(states).toEqual(['paid', 'partially_refunded', 'partially_refunded']);
  });
});

describe('S3 facts about a pickup', () => {
  const basket = basketOf([basketLine({ quantity: units(2) }), basketLine({ id: 'b' })]);
  const placement = placementOf(basket, false);
  const placed = placeOrder(null, placement);
  const place: Step = (order) =>
    order && !order.provisional ? order : placeOrder(order, placement);
  const cancel: Step = (order) =>
    order && applyCancellation(order, { actId: 'web', at: '2026-01-02T09:00:00.000Z' });
  const prepared = does(fact(preparationOf(placed), 1, 1));
  const handedOver = does(fact(handOverOf(placed), 1, 2));
  const again = does(fact(handOverOf(placed, 'collected again', `${LATER}1Z`), 2, 1));

  const outcomeOf = (order: Order) => ({ order, reserved: reservationsOf(order) });

  test.each([
    ['preparation and hand-over', [prepared, handedOver]],
    ['hand-over at two tills', [handedOver, again]],
    ['hand-over and cancellation', [handedOver, cancel]],
    ['all of it', [prepared, handedOver, again, cancel]],
  ])('S3 %s come to the same order and reservations in any order', (_, steps) => {
    const straight = outcomeOf(inOrder([place, ...steps]));
    fc.assert(
      fc.property(anyOrderOf(steps), (shuffled) => {
        expect(outcomeOf(inOrder([place, ...shuffled]))).toEqual(straight);
      }),
    );
  });

  test('S5 a hand-over and a preparation come to the same, also before the order is known', () => {
    const straight = outcomeOf(inOrder([place, prepared, handedOver, again]));
    fc.assert(
      fc.property(anyOrderOf([place, prepared, handedOver, again]), (shuffled) => {
        expect(outcomeOf(inOrder(shuffled))).toEqual(straight);
      }),
    );
  });

  test('S3 reserved is what is not handed over yet, and nothing once it is given up', () => {
    const left = (...steps: readonly Step[]) =>
      reservationsOf(inOrder([place, ...steps])).map(({ quantity: count }) => count);
    expect(left()).toEqual([2000, 1000]);
    expect(left(prepared)).toEqual([2000, 1000]);
    expect(left(handedOver)).toEqual([]);
    expect(left(cancel)).toEqual([]);
  });

  test('S5 goods that left twice, or after a cancellation, contradict', () => {
    const kinds = (...steps: readonly Step[]) =>
      contradictionsOfOrder(inOrder([place, ...steps])).map(({ kind }) => kind);
    expect(kinds(prepared, handedOver)).toEqual([]);
    expect(kinds(cancel)).toEqual([]);
    expect(kinds(handedOver, again)).toEqual(['handed_over_twice', 'overpaid']);
    expect(kinds(cancel, handedOver)).toEqual(['collected_after_cancellation']);
  });

  test('R2 cash rounded at collection leaves nothing due and nothing overpaid', () => {
    const order = inOrder([place, handedOver]);
    expect(order.totals).toMatchObject({ total: 3702, rounding: -2 });
    expect(paymentStateOf(order)).toBe('paid');
  });

  test('the customer had the goods when the last of them left', () => {
    expect(inOrder([place, again, handedOver]).pickup?.pickedUpAt).toBe(
      new Date(Date.parse(AT) + 12 * 60_000).toISOString(),
    );
  });
});

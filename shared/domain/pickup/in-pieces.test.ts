import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { add } from '#shared/kernel/money.ts';
import { quantity, units } from '#shared/kernel/quantity.ts';
import { applyToOrder } from '#shared/operations/effects.ts';
import { decided, fact, placementOf, preparationOf } from '#shared/operations/facts.fixture.ts';
import type { Operation, OperationContent } from '#shared/operations/operation.ts';
import { AT, basketLine, basketOf } from '../baskets.fixture.ts';
import { contradictionsOfOrder } from '../exception/contradictions.ts';
import { handedOverOf, onlineRefundDueOf, returnedOf } from '../order/balance.ts';
import { placeOrder } from '../order/place.ts';
import type { Order } from '../order/schema.ts';
import { decideReturn, returnLines } from '../return/decide.ts';
import { returnableLines } from '../return/returnable.ts';
import { wanted } from '../return/returns.fixture.ts';
import { reservationsOf } from '../stock/reservations.ts';
import { afterAmendment, type Amend, decideAmendment } from './amend.ts';
import { goodsToPutBack } from './close.ts';
import { decideHandOver, type LinePart } from './decide.ts';
import { linesToHandOver } from './open-pickup.ts';

const ordered = (pieces: number): Order =>
  placeOrder(
    null,
    placementOf(
      basketOf([basketLine({ quantity: units(pieces) }), basketLine({ id: '2', sku: 'BUN' })]),
      true,
    ),
  );

const after = (order: Order, operation: Operation): Order =>
  applyToOrder(order, operation) ?? order;

const giving = (order: Order, parts: readonly LinePart[] | null): OperationContent => {
  const payload = decided(
    decideHandOver(order, {
      parts,
      offers: [],
      proof: { type: 'digits' },
      collectedBy: null,
      cashIncrement: 1,
      at: AT,
    }),
  );
  return { type: 'pickup.handedOver', payload };
};

const amendOf = (lineId: string, pieces: number, reason: Amend['reason'] = 'refused'): Amend => ({
  reason,
  parts: [{ lineId, quantity: units(pieces) }],
  substitutes: [],
  consent: null,
  suffix: '0123abcd',
});

const amending = (order: Order, amend: Amend): OperationContent => ({
  type: 'order.amended',
  payload: decided(decideAmendment(order, { ...amend, refunds: [], cashIncrement: 1, at: AT })),
});

const permutations = <Value>(values: readonly Value[]): Value[][] =>
  values.length <= 1
    ? [[...values]]
    : values.flatMap((value, place) =>
        permutations(values.toSpliced(place, 1)).map((rest) => [value, ...rest]),
      );

/** What an order comes to by these facts: the same, whatever is heard of first. */
const endOf = (order: Order, facts: readonly Operation[]): Order => {
  const [end = order, ...others] = permutations(facts).map((heard) => heard.reduce(after, order));
  for (const other of others) expect(other).toEqual(end);
  return end;
};

const openPieces = (order: Order): number =>
  reservationsOf(order)
    .filter(({ sku }) => sku === 'TEA')
    .reduce((sum, row) => sum + row.quantity, 0);

describe('a line of several pieces goes in pieces', () => {
  test('R22 S5: some are handed over, some refused, the rest handed over: whatever is heard of first, it adds up', () => {
    const splits = fc
      .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }), fc.nat(4))
      .map(([given, refused, left]) => ({ given, refused, left }));
    fc.assert(
      fc.property(splits, fc.constantFrom('refused', 'short', 'damaged' as const), (split, why) => {
        const { given, refused, left } = split;
        const order = ordered(given + refused + left);
        const first = fact(giving(order, [{ lineId: 'a', quantity: units(given) }]), 1);
        const partly = after(order, first);
        const second = fact(amending(partly, amendOf('a', refused, why)), 2);
        const less = after(partly, second);
        const tea = less.lines.filter(({ sku }) => sku === 'TEA');
        expect(tea.reduce((sum, line) => sum + line.quantity, 0)).toBe(units(given + left));
        expect(openPieces(less)).toBe(units(left));
        const third = fact(giving(less, null), 3);
        const end = endOf(order, [first, second, third]);
        expect(contradictionsOfOrder(end)).toEqual([]);
        expect(end.pickup?.state).toBe('completed');
        expect(reservationsOf(end)).toEqual([]);
        const worth = end.lines.reduce((sum, { total }) => sum + total, 0);
        expect(onlineRefundDueOf(end)).toBe(order.totals.total - worth);
      }),
    );
  });

  test('R21 of what stood ready only the pieces that were refused are to be put back', () => {
    const order = ordered(5);
    const ready = after(order, fact(preparationOf(order), 1, 1));
    const one = [{ lineId: 'a', quantity: units(1) }];
    const partly = after(ready, fact(giving(ready, one), 1, 2));
    const less = after(partly, fact(amending(partly, amendOf('a', 2)), 1, 3));
    expect(goodsToPutBack(less, 'ALM1')).toMatchObject([{ id: 'a', quantity: units(2) }]);
    const done = after(less, fact(giving(less, null), 1, 4));
    expect(goodsToPutBack(done, 'ALM1')).toMatchObject([{ quantity: units(2) }]);
  });

  test('R22 the rest of a rest is refused as well, and what left stays counted', () => {
    const order = ordered(6);
    const one = [{ lineId: 'a', quantity: units(1) }];
    const partly = after(order, fact(giving(order, one), 1, 1));
    const less = after(partly, fact(amending(partly, amendOf('a', 2)), 1, 2));
    const again = { ...amendOf('a_0123abcd', 3), suffix: 'ffffffff' };
    const last = after(less, fact(amending(less, again), 1, 3));
    expect(handedOverOf(last, 'a_0123abcdc')).toBe(units(1));
    expect(linesToHandOver(last).map(({ sku }) => sku)).toEqual(['BUN']);
    expect(contradictionsOfOrder(last)).toEqual([]);
  });

  test('R22 no more is refused than is still there', () => {
    const order = ordered(3);
    const partly = after(order, fact(giving(order, [{ lineId: 'a', quantity: units(1) }])));
    expect(afterAmendment(partly, amendOf('a', 3))).toEqual({
      ok: false,
      problem: { type: 'quantity_above_open', lineId: 'a', left: quantity(2000) },
    });
  });

  test('S8 another till handed the refused pieces over as well: that is told', () => {
    const order = ordered(3);
    const one = fact(giving(order, [{ lineId: 'a', quantity: units(1) }]), 1);
    const partly = after(order, one);
    const refused = fact(amending(partly, amendOf('a', 2)), 1, 2);
    const twice = fact(giving(partly, [{ lineId: 'a', quantity: units(2) }]), 2);
    const end = endOf(order, [one, refused, twice]);
    expect(contradictionsOfOrder(end).map(({ kind }) => kind)).toContain('collected_after_edit');
  });

  describe('S8 S5 pieces come back at a till that has not heard that the others were refused', () => {
    const returning = (order: Order, lineId: string, pieces: number): OperationContent => {
      const request = wanted(lineId, { quantity: units(pieces) });
      const lines = decided(returnLines(order, [request]));
      const total = add(...lines.map((line) => line.total));
      const refund = { id: `back-${lineId}-${pieces}`, tender: 'online' as const, amount: total };
      const payload = decided(
        decideReturn({
          returnId: `back-${lineId}-${pieces}`,
          number: `R-${lineId}-${pieces}`,
          order,
          proof: 'order',
          customer: null,
          requests: [request],
          refunds: [{ ...refund, reference: null }],
          cashIncrement: 1,
          at: AT,
        }),
      );
      return { type: 'return.completed', payload };
    };
    const leftOf = (order: Order): number =>
      returnableLines(order)
        .filter(({ line }) => line.sku === 'TEA')
        .reduce((sum, { left }) => sum + left, 0);

    const counts = fc
      .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 3 }), fc.nat(3), fc.nat(2))
      .map(([back, refused, more, left]) => ({ back, refused, more, left }));

    test('what came back is not taken back again, and the rest is, whatever is heard of first', () => {
      fc.assert(
        fc.property(counts, ({ back, refused, more, left }) => {
          const given = back + more;
          const order = ordered(given + refused + left);
          const first = fact(giving(order, [{ lineId: 'a', quantity: units(given) }]), 1);
          const partly = after(order, first);
          const second = fact(amending(partly, amendOf('a', refused)), 1, 2);
          const third = fact(returning(partly, 'a', back), 2);
          const known = endOf(order, [first, second, third]);
          expect(leftOf(known)).toBe(units(more));
          expect(contradictionsOfOrder(known)).toEqual([]);
          if (more === 0) return;
          const rest = fact(returning(known, 'a_0123abcdc', more), 3);
          const end = endOf(order, [first, second, third, rest]);
          expect(leftOf(end)).toBe(0);
          expect(contradictionsOfOrder(end)).toEqual([]);
        }),
      );
    });

    test('pieces that came back at both are told, with what they cost and both returns as evidence', () => {
      fc.assert(
        fc.property(counts, ({ back: given, refused, left }) => {
          const order = ordered(given + refused + left);
          const first = fact(giving(order, [{ lineId: 'a', quantity: units(given) }]), 1);
          const partly = after(order, first);
          const second = fact(amending(partly, amendOf('a', refused)), 1, 2);
          const less = after(partly, second);
          const here = fact(returning(less, 'a_0123abcdc', given), 1, 3);
          const away = fact(returning(partly, 'a', given), 2);
          const worth = here.type === 'return.completed' ? here.payload.total : 0;
          const end = endOf(order, [first, second, here, away]);
          expect(leftOf(end)).toBe(0);
          const told = contradictionsOfOrder(end).find(({ kind }) => kind === 'over_refund');
          expect(told?.amount).toBe(worth);
          expect(told?.evidence).toEqual(expect.arrayContaining([here.id, away.id]));
        }),
      );
    });

    test('a till that handed the refused pieces over too takes them back as what it knows them as', () => {
      const order = ordered(3);
      const one = fact(giving(order, [{ lineId: 'a', quantity: units(1) }]), 1);
      const partly = after(order, one);
      const refused = fact(amending(partly, amendOf('a', 2)), 1, 2);
      const twice = fact(giving(partly, [{ lineId: 'a', quantity: units(2) }]), 2);
      const back = fact(returning(after(partly, twice), 'a', 3), 2, 2);
      const end = endOf(order, [one, refused, twice, back]);
      expect(leftOf(end)).toBe(0);
      expect(returnedOf(end, 'a')).toBe(units(2));
      expect(returnedOf(end, 'a_0123abcdc')).toBe(units(1));
    });
  });
});

import { describe, expect, test } from 'vitest';
import { minor, ZERO } from '#shared/kernel/money.ts';
import { units } from '#shared/kernel/quantity.ts';
import { applyToOrder } from '#shared/operations/effects.ts';
import { fact, returnOf, saleOf } from '#shared/operations/facts.fixture.ts';
import { AT, basketLine, basketOf } from '../baskets.fixture.ts';
import type { Order } from '../order/schema.ts';
import { contradictionsOfOrder } from './contradictions.ts';

const sold = (...lines: readonly Parameters<typeof basketOf>[0][number][]): Order => {
  const order = applyToOrder(null, fact(saleOf(basketOf(lines))));
  if (!order) throw new Error('an order was expected');
  return order;
};

/** Tills out of each other's hearing take the same pieces back: each knows the sale alone. */
const takenBackBy = (order: Order, tills: number, pieces: number): Order =>
  Array.from({ length: tills }, (_, index) => index + 1).reduce((before, till) => {
    const part = { lineId: 'a', quantity: units(pieces) };
    const at = `2026-01-02T04:00:00.00${till}Z`;
    const content = returnOf(order, [part], `back${till}`, at);
    return applyToOrder(before, fact(content, till, till + 1)) ?? before;
  }, order);

describe('S8 goods that two stores took back', () => {
  test('S8 of a receipt with nothing else on it put at stake what was given twice', () => {
    const order = sold(basketLine({ id: 'a' }));
    expect(contradictionsOfOrder(takenBackBy(order, 2, 1))).toMatchObject([
      { kind: 'over_refund', amount: 1234 },
    ]);
  });

  test('S8 of a receipt whose other goods cost more put the same at stake', () => {
    const order = sold(basketLine({ id: 'a' }), basketLine({ id: 'b', quantity: units(9) }));
    const contradictions = contradictionsOfOrder(takenBackBy(order, 2, 1));
    expect(contradictions).toMatchObject([{ kind: 'over_refund', amount: 1234 }]);
    expect(contradictions[0]?.evidence).toHaveLength(2);
  });

  test('S8 of a line of three, two each, put one at stake', () => {
    const order = sold(basketLine({ id: 'a', quantity: units(3) }), basketLine({ id: 'b' }));
    expect(contradictionsOfOrder(takenBackBy(order, 2, 2))).toMatchObject([
      { kind: 'over_refund', amount: 1234 },
    ]);
    expect(contradictionsOfOrder(takenBackBy(order, 1, 2))).toEqual([]);
  });
});

test('R14 S8: a card that two tills each gave all it had paid put that at stake, though cash covers the whole', () => {
  const order = sold(basketLine({ id: 'a' }), basketLine({ id: 'b' }));
  const part = (id: string, tender: 'card' | 'cash') => ({
    id,
    tender,
    amount: minor(1234),
    reference: null,
    at: AT,
  });
  const payment = (tender: 'card' | 'cash') => ({
    ...part(tender, tender),
    tendered: minor(1234),
    change: ZERO,
  });
  const refund = (id: string, tender: 'card' | 'cash') => ({
    ...part(id, tender),
    state: 'refunded' as const,
  });
  const payments = [payment('card'), payment('cash')];
  const given = (...refunds: Order['refunds']) =>
    contradictionsOfOrder({ ...order, payments, refunds });
  expect(given(refund('one', 'card'), refund('other', 'card'))).toMatchObject([
    { kind: 'over_refund', amount: 1234 },
  ]);
  expect(given(refund('one', 'card'), refund('other', 'cash'))).toEqual([]);
  // Cash may stand in for a card where the policy lets it.
  expect(given(refund('one', 'cash'), refund('other', 'cash'))).toEqual([]);
});

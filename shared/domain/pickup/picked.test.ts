import { expect, test } from 'vitest';
import { quantity, units } from '#shared/kernel/quantity.ts';
import { applyToOrder } from '#shared/operations/effects.ts';
import { decided, fact, placementOf } from '#shared/operations/facts.fixture.ts';
import type { OperationContent } from '#shared/operations/operation.ts';
import { AT, basketLine, basketOf } from '../baskets.fixture.ts';
import { placeOrder } from '../order/place.ts';
import type { Order } from '../order/schema.ts';
import { type Amend, decideAmendment } from './amend.ts';
import { decideHandOver, decidePick } from './decide.ts';
import { pickedByLine, waitingLines } from './picked.ts';

const lines = [basketLine({ id: 'a', quantity: units(3) }), basketLine({ id: 'b', sku: 'BUN' })];
const ordered = placeOrder(null, placementOf(basketOf(lines), true));

const after = (order: Order, content: OperationContent, seq: number): Order =>
  applyToOrder(order, fact(content, 1, seq)) ?? order;

const found = (order: Order, lineId: string, pieces: number, seq: number): Order =>
  after(
    order,
    {
      type: 'pickup.picked',
      payload: decided(decidePick(order, [{ lineId, quantity: units(pieces) }])),
    },
    seq,
  );

const without = (
  order: Order,
  lineId: string,
  reason: Amend['reason'],
  suffix: string,
  seq: number,
): Order => {
  const parts = [{ lineId, quantity: units(1) }];
  const amend = { reason, parts, substitutes: [], consent: null, suffix };
  const payload = decided(
    decideAmendment(order, { ...amend, refunds: [], cashIncrement: 1, at: AT }),
  );
  return after(order, { type: 'order.amended', payload }, seq);
};

test('two of three are found: the line is not picked before the third is', () => {
  const two = found(ordered, 'a', 2, 1);
  expect([...pickedByLine(two)]).toEqual([['a', 2000]]);
  expect([...pickedByLine(found(two, 'a', 3, 2))]).toEqual([['a', 3000]]);
});

test('R22: the third is not on the shelf: the two that were found are all of the line', () => {
  const two = without(found(ordered, 'a', 2, 1), 'a', 'short', '0123abcd', 2);
  expect([...pickedByLine(two)]).toEqual([['a_0123abcd', 2000]]);
  expect(waitingLines(two).map((line) => line.quantity)).toContain(quantity(2000));
  const one = without(two, 'a_0123abcd', 'damaged', '4567abcd', 3);
  expect([...pickedByLine(one)]).toEqual([['a_4567abcd', 1000]]);
  const other = without(ordered, 'a', 'short', '0123abcd', 1);
  expect([...pickedByLine(other)]).toEqual([]);
});

test('what was handed over is not looked for again, and the rest not found because of it', () => {
  const giving = (order: Order, pieces: number, at: string): OperationContent => ({
    type: 'pickup.handedOver',
    payload: decided(
      decideHandOver(order, {
        parts: [{ lineId: 'a', quantity: units(pieces) }],
        offers: [],
        proof: { type: 'digits' },
        collectedBy: null,
        cashIncrement: 1,
        at,
      }),
    ),
  });
  const two = found(ordered, 'a', 2, 1);
  const operation = fact(giving(two, 2, AT), 1, 2);
  const rest = applyToOrder(two, operation) ?? two;
  expect(waitingLines(rest).map((line) => [line.id, line.quantity])).toEqual([
    ['a', 1000],
    ['b', 1000],
  ]);
  expect([...pickedByLine(rest)]).toEqual([]);
  const all = found(ordered, 'a', 3, 1);
  expect([...pickedByLine(applyToOrder(all, operation) ?? all)]).toEqual([['a', 1000]]);
});

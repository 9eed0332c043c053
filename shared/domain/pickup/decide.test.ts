import { describe, expect, test } from 'vitest';
import { units } from '#shared/kernel/quantity.ts';
import { applyToOrder } from '#shared/operations/effects.ts';
import {
  decided,
  fact,
  handOverOf,
  placementOf,
  preparationOf,
  saleOf,
} from '#shared/operations/facts.fixture.ts';
import { AT, basketLine, basketOf } from '../baskets.fixture.ts';
import { applyCancellation } from '../order/apply.ts';
import { placeOrder } from '../order/place.ts';
import type { Order } from '../order/schema.ts';
import { decideHandOver, decidePrepare, linesToHandOver } from './decide.ts';

const basket = basketOf([
  basketLine({ quantity: units(2) }),
  basketLine({ id: 'b', kind: 'service' }),
]);
const reserved = placeOrder(null, placementOf(basket, true));

const after = (order: Order, ...facts: Parameters<typeof fact>): Order =>
  applyToOrder(order, fact(...facts)) ?? order;

const prepared = after(reserved, preparationOf(reserved));
const completed = after(reserved, handOverOf(reserved));
const canceled = applyCancellation(reserved, { actId: 'web', at: AT });
const counterSale = applyToOrder(null, fact(saleOf(basket))) ?? reserved;

describe('R19 given an order that is reserved or prepared', () => {
  test.each([
    ['reserved', reserved],
    ['prepared', prepared],
  ])('R19 when it is %s, then all that is left of it can be handed over', (_, order) => {
    const handOver = decided(decideHandOver(order, [], 100, AT));
    expect(handOver).toMatchObject({
      lines: [
        { lineId: 'a', quantity: 2000 },
        { lineId: 'b', quantity: 1000 },
      ],
      payments: [],
    });
  });

  test('when a part has left, then only the rest can', () => {
    const [first] = linesToHandOver(reserved);
    if (!first) throw new Error('a line was expected');
    const content = handOverOf(reserved);
    if (content.type !== 'pickup.handedOver') throw new Error('a hand-over was expected');
    const part = { ...content.payload, lines: [{ ...first, quantity: units(1) }] };
    const rest = linesToHandOver(after(reserved, { ...content, payload: part }));
    expect(rest.map(({ quantity }) => quantity)).toEqual([1000, 1000]);
  });

  test('when money is due, then it must be paid', () => {
    const unpaid = placeOrder(null, placementOf(basket, false));
    expect(decideHandOver(unpaid, [], 100, AT)).toEqual({
      ok: false,
      problem: { type: 'tender_short', missing: 3702 },
    });
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
    expect(decideHandOver(order, [], 100, AT)).toEqual({ ok: false, problem });
  },
);

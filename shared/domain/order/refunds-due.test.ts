import { expect, test } from 'vitest';
import { placementOf } from '#shared/operations/facts.fixture.ts';
import { minor } from '#shared/kernel/money.ts';
import { basketLine, basketOf } from '../baskets.fixture.ts';
import { applyCancellation, applyChannelRefund, applyEdit } from './apply.ts';
import { placeOrder } from './place.ts';
import { refundsDueOf } from './refunds-due.ts';
import type { Order } from './schema.ts';

const AT = '2026-01-02T04:00:00.000Z';

const given = (order: Order, id: string, amount: number): Order =>
  applyChannelRefund(order, {
    id,
    tender: 'online',
    amount: minor(amount),
    state: 'refunded',
    reference: null,
    at: AT,
  });

test('R16 what is owed keeps its id until some of it was given, however much it is by then; the rest has the next', () => {
  const basket = basketOf([basketLine({ id: 'a' }), basketLine({ id: 'b' })]);
  const order = placeOrder(null, placementOf(basket, true));
  const edit = { removed: [{ lineId: 'a' }], added: [] };
  const fewer = applyEdit(order, edit, { actId: 'edit', at: AT });
  expect(refundsDueOf(fewer)).toEqual([{ refundId: 'order-owed0', amount: 1234 }]);
  // The provider was asked for the first when the rest came to be owed as well.
  const none = applyCancellation(fewer, { actId: 'cancel', at: AT });
  expect(refundsDueOf(none)).toEqual([{ refundId: 'order-owed0', amount: 2468 }]);
  const first = given(none, 'order-owed0', 1234);
  expect(refundsDueOf(first)).toEqual([{ refundId: 'order-owed1', amount: 1234 }]);
  expect(refundsDueOf(given(first, 'order-owed0', 1234))).toEqual(refundsDueOf(first));
  expect(refundsDueOf(given(first, 'order-owed1', 1234))).toEqual([]);
});

import { expect, test } from 'vitest';
import { basketLine, basketOf } from '../domain/baskets.fixture.ts';
import { applyHandOver } from '../domain/order/apply.ts';
import { placeOrder } from '../domain/order/place.ts';
import type { Order } from '../domain/order/schema.ts';
import { minor, ZERO } from '../kernel/money.ts';
import { units } from '../kernel/quantity.ts';
import { fact, handOverOf, placementOf } from '../operations/facts.fixture.ts';
import { factOf } from '../operations/effects.ts';
import { receiptClaimOf } from './receipt-token.ts';

/** Three teas for 10.00 in all, and a milk; paid at its channel. */
const order: Order = placeOrder(
  null,
  placementOf(
    basketOf([
      basketLine({
        quantity: units(3),
        unitPrice: minor(334),
        discount: { type: 'amount', amount: minor(2) },
      }),
      basketLine({ id: 'b', sku: 'MILK' }),
    ]),
    true,
  ),
);

test('S5: a receipt lists what left: nothing before, the pieces that were collected, then all', () => {
  expect(receiptClaimOf(order)).toBeNull();
  const operation = fact(handOverOf(order), 2);
  const lines = [{ lineId: 'a', sku: 'TEA', kind: 'goods' as const, quantity: units(1) }];
  const part = applyHandOver(order, { lines, payments: [], rounding: ZERO }, factOf(operation));
  expect(receiptClaimOf(part)).toMatchObject({
    soldAt: operation.at,
    lines: [{ lineId: 'a', quantity: 1000, total: 333 }],
    total: 333,
    payments: [{ tender: 'online', amount: 1000 + 1234 }],
  });
  const rest = [
    { lineId: 'a', sku: 'TEA', kind: 'goods' as const, quantity: units(2) },
    { lineId: 'b', sku: 'MILK', kind: 'goods' as const, quantity: units(1) },
  ];
  const later = factOf(fact(handOverOf(order), 3));
  const whole = applyHandOver(part, { lines: rest, payments: [], rounding: ZERO }, later);
  expect(receiptClaimOf(whole)).toMatchObject({
    lines: [
      { lineId: 'a', quantity: 3000, total: 1000 },
      { lineId: 'b', quantity: 1000, total: 1234 },
    ],
    total: 2234,
  });
});

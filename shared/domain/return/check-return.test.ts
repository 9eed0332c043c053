import { describe, expect, test } from 'vitest';
import { minor } from '#shared/kernel/money.ts';
import { units } from '#shared/kernel/quantity.ts';
import { applyToOrder } from '#shared/operations/effects.ts';
import { fact, returnOf } from '#shared/operations/facts.fixture.ts';
import { basketLine, basketOf } from '../baskets.fixture.ts';
import { checkReturn } from './check-return.ts';
import { soldFor } from './returns.fixture.ts';
import type { Return } from './schema.ts';

const order = soldFor(
  basketOf([
    basketLine({
      quantity: units(3),
      unitPrice: minor(3350),
      discount: { type: 'amount', amount: minor(50) },
    }),
    basketLine({ id: 'b', sku: 'MILK' }),
  ]),
  'all',
);
const part = [{ lineId: 'a', quantity: units(1) }];
const returned = returnOf(order, part).payload;
const [line] = returned.lines;
const [refund] = returned.refunds;
if (!line || !refund) throw new Error('a line and a refund were expected');

const wrongIn = (change: Partial<Return>, sold: typeof order | null = order) =>
  checkReturn({ ...returned, ...change }, sold, 100);

describe('R12 the computation of a return that arrives', () => {
  test('is right as tills make it, whichever pieces they think are the first', () => {
    let known = order;
    for (const seq of [2, 3, 4]) {
      const content = returnOf(known, part, `back${seq}`);
      expect(checkReturn(content.payload, order, 100)).toEqual([]);
      known = applyToOrder(known, fact(content, 1, seq)) ?? known;
    }
    expect(wrongIn({}, null)).toEqual([]);
  });

  test.each<[Partial<Return>, string[]]>([
    [
      {
        lines: [{ ...line, total: minor(9999) }],
        total: minor(9999),
        refunds: [{ ...refund, amount: minor(9999) }],
      },
      ['lines/0/total'],
    ],
    [{ lines: [{ ...line, orderLineId: 'z' }] }, ['lines/0/total']],
    [{ total: minor(3334), rounding: minor(-1) }, ['total', 'rounding']],
    [{ refunds: [{ ...refund, amount: minor(3334) }] }, ['refunds']],
    [
      { refunds: [{ ...refund, tender: 'cash', amount: minor(3433) }], rounding: minor(100) },
      ['rounding'],
    ],
  ])('is told where it is not: %j', (change, wrong) => {
    expect(wrongIn(change)).toEqual(wrong);
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { add, minor } from '#shared/kernel/money.ts';
import { quantity, units } from '#shared/kernel/quantity.ts';
import { applyToOrder } from '#shared/operations/effects.ts';
import { fact, returnOf, saleOf } from '#shared/operations/facts.fixture.ts';
import { anyBasket, AT, basketLine, basketOf, isWhole } from '../baskets.fixture.ts';
import { contradictionsOfOrder } from '../exception/contradictions.ts';
import { dueOf, refundDueOf, refundedOf } from '../order/balance.ts';
import type { Order } from '../order/schema.ts';
import type { Basket } from '../pricing/basket.ts';
import { shareOf } from '../pricing/share-of.ts';
import { decideReturn } from './decide.ts';
import { keptOf, proposeRefunds } from './refunds.ts';

const sold = (basket: Basket): Order => {
  const order = applyToOrder(null, fact(saleOf(basket)));
  if (!order) throw new Error('an order was expected');
  return order;
};

const back = (order: Order, content: ReturnType<typeof returnOf>, seq: number): Order =>
  applyToOrder(order, fact(content, 1, seq)) ?? order;

describe('R12 what comes back in parts', () => {
  test('R12 adds up to the whole, in money and in tax, line by line', () => {
    const cuts = fc.array(fc.integer({ min: 1, max: 5000 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(anyBasket, cuts, (basket, sizes) => {
        const whole = sold(basket);
        const [line] = whole.lines;
        if (!line) return;
        let order = whole;
        const totals = [];
        const taxes = [];
        let left: number = line.quantity;
        for (let seq = 2; left > 0; seq += 1) {
          // The sizes over and over, and in the end whatever is left.
          const part = seq < 20 ? Math.min(left, sizes[seq % sizes.length] ?? left) : left;
          const parts = [{ lineId: line.id, quantity: quantity(part) }];
          const content = returnOf(order, parts, `back${seq}`);
          expect(isWhole(content.payload)).toBe(true);
          totals.push(...content.payload.lines.map(({ total }) => total));
          taxes.push(...content.payload.lines.map(({ tax }) => tax));
          order = back(order, content, seq);
          left -= part;
        }
        expect(add(...totals)).toBe(line.total);
        expect(add(...taxes)).toBe(line.tax);
        expect(refundedOf(order)).toBe(line.total);
      }),
    );
  });

  test('R12 a share is never more than the whole, nor less than nothing', () => {
    const whole = fc.integer({ min: 0, max: 1_000_000 }).map(minor);
    const pieces = fc.integer({ min: 1, max: 1000 });
    fc.assert(
      fc.property(whole, pieces, pieces, pieces, (amount, first, second, rest) => {
        const share = shareOf(amount, first + second + rest, first, second);
        expect(share).toBeGreaterThanOrEqual(0);
        expect(share).toBeLessThanOrEqual(amount);
      }),
    );
  });

  test('R12 pieces of one line that come back in two conditions are two lines of one return', () => {
    const order = sold(basketOf([basketLine({ quantity: units(3), unitPrice: minor(333) })]));
    const part = { lineId: 'a', quantity: units(1) };
    const { lines, total } = returnOf(order, [part, part, part]).payload;
    expect(lines.map(({ id }) => id)).toEqual(['1', '2', '3']);
    expect([add(...lines.map((line) => line.total)), total]).toEqual([999, 999]);
  });
});

describe('a return that cannot be', () => {
  const order = sold(basketOf([basketLine({ quantity: units(2) })]));
  const request = {
    lineId: 'a',
    quantity: units(1),
    reason: 'defect' as const,
    condition: 'as_new' as const,
    disposition: 'restock' as const,
  };
  const decide = (change: Partial<Parameters<typeof decideReturn>[0]>) => {
    const refunds = [{ id: 'r', tender: 'card' as const, amount: minor(1234), reference: null }];
    const terms = { proof: 'order' as const, customer: null, cashIncrement: 1 };
    const command = { returnId: 'x', number: 'R-1', order, requests: [request], refunds, ...terms };
    const result = decideReturn({ ...command, at: AT, ...change });
    return result.ok ? null : result.problem;
  };

  test('given a sound request, there is no problem', () => {
    expect(decide({})).toBeNull();
  });

  test.each([
    ['Dana', null],
    ['Berik', 'Berik'],
  ])(
    'given %s for an order of Dana, its name is written only where it is another',
    (typed, written) => {
      const customer = { customerId: 'dana', name: ' Dana ', phone: '' };
      const result = decideReturn({
        returnId: 'x',
        number: 'R-1',
        order: { ...order, customer },
        requests: [request],
        refunds: [{ id: 'r', tender: 'card', amount: minor(1234), reference: null }],
        proof: 'order',
        customer: typed,
        cashIncrement: 1,
        at: AT,
      });
      expect(result).toMatchObject({ ok: true, value: { customer: written } });
    },
  );

  test.each([
    [{ requests: [] }, { type: 'nothing_to_return' }],
    [{ requests: [{ ...request, lineId: 'z' }] }, { type: 'line_unknown', lineId: 'z' }],
    [
      { requests: [{ ...request, quantity: units(3) }] },
      { type: 'quantity_above_returnable', lineId: 'a', left: 2000 },
    ],
    [
      {
        requests: [
          { ...request, quantity: units(1) },
          { ...request, quantity: units(2) },
        ],
      },
      { type: 'quantity_above_returnable', lineId: 'a', left: 1000 },
    ],
    [
      { refunds: [{ id: 'r', tender: 'card' as const, amount: minor(1233), reference: null }] },
      { type: 'refunds_differ_from_total', total: 1234 },
    ],
  ])('R14 %j is %j', (change, problem) => {
    expect(decide(change)).toEqual(problem);
  });

  test('R14 no tender gets more back than it paid', () => {
    const refunds = [{ id: 'r', tender: 'cash' as const, amount: minor(1234), reference: null }];
    expect(decide({ refunds })).toEqual({ type: 'refund_above_tender', tender: 'cash', cap: 0 });
  });

  test('goods that are back already cannot come back again', () => {
    const once = back(order, returnOf(order, [{ lineId: 'a', quantity: units(2) }]), 2);
    expect(decide({ order: once })).toEqual({
      type: 'quantity_above_returnable',
      lineId: 'a',
      left: 0,
    });
  });
});

describe('R14 goods of which money went back before', () => {
  const order = sold(basketOf([basketLine({ id: 'a', quantity: units(2) })]));
  const given = (amount: number): Order => ({
    ...order,
    refunds: [
      {
        id: 'goodwill',
        tender: 'card',
        amount: minor(amount),
        state: 'refunded',
        reference: null,
        at: AT,
      },
    ],
  });
  const all = (before: Order) =>
    decideReturn({
      returnId: 'back',
      number: 'R-1',
      order: before,
      proof: 'order',
      customer: null,
      requests: [
        {
          lineId: 'a',
          quantity: units(2),
          reason: 'changed_mind',
          condition: 'as_new',
          disposition: 'restock',
        },
      ],
      refunds: proposeRefunds(before, minor(2468), 1).map((part) => ({
        ...part,
        id: 'rest',
        reference: null,
      })),
      cashIncrement: 1,
      at: AT,
    });

  test.each([
    ['a part', 1000, [1468]],
    ['all', 2468, []],
  ])('R14 come back for what is left, when it was %s', (_, before, rest) => {
    const returned = all(given(before));
    if (!returned.ok) throw new Error(returned.problem.type);
    expect(returned.value).toMatchObject({ total: 2468, rounding: 0 });
    expect(returned.value.refunds.map(({ amount }) => amount)).toEqual(rest);
    expect(keptOf(returned.value)).toBe(before);
    const payload = returned.value;
    const after = back(given(before), { type: 'return.completed', payload }, 2);
    expect([refundedOf(after), dueOf(after), refundDueOf(after)]).toEqual([2468, 0, 0]);
    expect(contradictionsOfOrder(after)).toEqual([]);
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AT, basketLine, basketOf } from '#shared/domain/baskets.fixture.ts';
import { placeOrder } from '#shared/domain/order/place.ts';
import type { Order } from '#shared/domain/order/schema.ts';
import { checkSold } from '#shared/domain/pickup/check-sold.ts';
import { decideHandOver, decideOrderPayment } from '#shared/domain/pickup/decide.ts';
import { linesToHandOver } from '#shared/domain/pickup/open-pickup.ts';
import { reportOf } from '#shared/domain/shift/report.ts';
import { add, minor, ZERO } from '#shared/kernel/money.ts';
import { quantity, units } from '#shared/kernel/quantity.ts';
import { applyToOrder } from '#shared/operations/effects.ts';
import { decided, fact, handOverOf, placementOf } from '#shared/operations/facts.fixture.ts';
import type { Operation, OperationContent } from '#shared/operations/operation.ts';
import { shiftEntryOf } from '#shared/operations/shift-entry.ts';
import { ledgerLinesOf } from './ledger-lines.ts';

/** When a web order is paid: on the web, at the counter before its goods leave, or as they leave. */
const MOMENTS = ['online', 'before', 'with'] as const;

type Visit = readonly { readonly lineId: string; readonly pieces: number }[];

const cash = (id: string) => ({
  id,
  tender: 'cash' as const,
  tendered: minor(1_000_000_000_000),
  reference: null,
});

const paying = (order: Order): OperationContent => ({
  type: 'order.paid',
  payload: decided(
    decideOrderPayment(order, {
      offers: [cash('paid')],
      isTaken: false,
      cashIncrement: 1,
      at: AT,
    }),
  ),
});

const sumOf = (amounts: readonly number[]): number =>
  amounts.reduce((sum, amount) => sum + amount, 0);

/** Of the pieces asked for as many as are still there. */
const giving = (order: Order, visit: Visit, seq: number): OperationContent | null => {
  const parts = linesToHandOver(order).flatMap(({ lineId, quantity: open }) => {
    const pieces = visit.find((part) => part.lineId === lineId)?.pieces ?? 0;
    const left = Math.min(open, units(pieces));
    return left > 0 ? [{ lineId, quantity: quantity(left) }] : [];
  });
  if (parts.length === 0) return null;
  const command = { parts, collectedBy: null, cashIncrement: 1, at: AT };
  const proof = { type: 'code' as const };
  const paid = decideHandOver(order, { ...command, proof, offers: [cash(`visit-${seq}`)] });
  // Nothing is due any more.
  const free = decideHandOver(order, { ...command, proof, offers: [] });
  return { type: 'pickup.handedOver', payload: decided(free.ok ? free : paid) };
};

/** A day at the counter with one web order: what the till wrote, and what head office's ledger has of it. */
const day = (order: Order, moment: (typeof MOMENTS)[number], visits: readonly Visit[]) => {
  const operations: Operation[] = [];
  const rows: ReturnType<typeof ledgerLinesOf>['saleLines'][number][] = [];
  let now = order;
  const write = (content: OperationContent | null): void => {
    if (content === null) return;
    const operation = fact(content, 1, operations.length + 1);
    operations.push(operation);
    rows.push(...ledgerLinesOf(operation, new Map([[order.id, now]])).saleLines);
    now = applyToOrder(now, operation) ?? now;
  };
  if (moment === 'before') write(paying(now));
  for (const [index, visit] of visits.entries()) write(giving(now, visit, index));
  const report = reportOf(ZERO, operations.map(shiftEntryOf), (sku) => sku);
  return { operations, rows, report };
};

const anyLines = fc.array(
  fc.record({
    pieces: fc.integer({ min: 1, max: 7 }),
    price: fc.integer({ min: 1, max: 100_000 }),
    taxRate: fc.constantFrom(0, 500, 1200, 1600),
  }),
  { minLength: 1, maxLength: 4 },
);

describe('R3 web orders in a Z report and in head office’s figures', () => {
  test('come to the same to the minor unit, whenever they are paid and in however many parts they leave', () => {
    const visits = fc.array(fc.array(fc.nat(4), { minLength: 4, maxLength: 4 }), { maxLength: 4 });
    fc.assert(
      fc.property(
        anyLines,
        fc.boolean(),
        fc.constantFrom(...MOMENTS),
        visits,
        (of, taxInclusive, moment, given) => {
          const lines = of.map(({ pieces, price, taxRate }, index) =>
            basketLine({
              id: String(index),
              sku: `SKU-${index}`,
              quantity: units(pieces),
              unitPrice: minor(price),
              taxRate,
              discount: { type: 'percent', rate: 333 },
            }),
          );
          const placement = placementOf(basketOf(lines, taxInclusive), moment === 'online');
          const order = placeOrder(null, placement);
          const { rows, report } = day(
            order,
            moment,
            given.map((pieces) =>
              pieces.map((count, index) => ({ lineId: String(index), pieces: count })),
            ),
          );
          const sold = sumOf(rows.map(({ total }) => total));
          expect(report.sales.total).toBe(sold);
          expect(add(...report.taxes.map((rate) => rate.sold))).toBe(sold);
          expect(add(...report.taxes.map((rate) => rate.soldTax))).toBe(
            sumOf(rows.map(({ tax }) => tax)),
          );
          expect(add(...report.staff.map((person) => person.sold))).toBe(sold);
          for (const category of report.categories)
            expect(category.sold).toBe(
              sumOf(
                rows.filter(({ sku }) => sku === category.categoryId).map(({ total }) => total),
              ),
            );
        },
      ),
    );
  });

  const three = (isPaid: boolean): Order => {
    const line = basketLine({ quantity: units(3), unitPrice: minor(1000) });
    return placeOrder(null, placementOf(basketOf([line]), isPaid));
  };
  const ALL: Visit = [{ lineId: 'a', pieces: 3 }];
  const ONE: Visit = [{ lineId: 'a', pieces: 1 }];

  test.each([
    ['paid on the web', 'online', [ALL], [3000]],
    ['paid as it leaves', 'with', [ALL], [3000]],
    ['paid and not collected', 'before', [], []],
    ['paid before it is collected', 'before', [ALL], [3000]],
    ['collected in parts, each paid', 'with', [ONE, ONE, ONE], [1000, 1000, 1000]],
    ['of which one piece was collected', 'online', [ONE], [1000]],
  ] as const)('count an order %s as it leaves', (_, moment, visits, sold) => {
    const { rows, report } = day(three(moment === 'online'), moment, visits);
    expect(rows.map(({ total }) => total)).toEqual(sold);
    expect(report.sales).toEqual({
      count: sold.length,
      discount: 0,
      total: sumOf(sold),
    });
  });

  test('R11 a hand-over that says it sold for less than its order asks is found', () => {
    const order = three(false);
    const given = handOverOf(order);
    if (given.type !== 'pickup.handedOver') throw new Error('a hand-over was expected');
    const { sold = [], ...payload } = given.payload;
    expect(checkSold(given.payload, order)).toEqual([]);
    expect(checkSold(payload, order)).toEqual([]);
    expect(checkSold({ ...payload, sold: [] }, order)).toEqual(['sold']);
    expect(checkSold({ ...payload, sold: [...sold, ...sold] }, order)).toEqual(['sold']);
    expect(checkSold({ ...payload, sold: [...sold, ...sold] }, null)).toEqual(['sold']);
    const other = sold.map((part) => ({ ...part, lineId: `not-${part.lineId}` }));
    expect(checkSold({ ...payload, sold: other }, order)).toEqual(['sold']);
    const less = sold.map((part) => ({ ...part, total: minor(part.total - 2) }));
    expect(checkSold({ ...payload, sold: less }, order)).toEqual(['sold/0/total']);
    expect(checkSold({ ...payload, sold: less }, { ...order, provisional: true })).toEqual([]);
  });
});

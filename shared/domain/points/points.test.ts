import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { add, type Minor, minor } from '#shared/kernel/money.ts';
import { units } from '#shared/kernel/quantity.ts';
import { applyReturn, applySale, type Fact } from '../order/apply.ts';
import type { Order } from '../order/schema.ts';
import type { Offer } from '../payment/settle.ts';
import type { BasketLine } from '../pricing/basket.ts';
import { NO_PROMOTIONS } from '../pricing/promotion-book.ts';
import { checkPricedLines } from '../pricing/check-priced-lines.ts';
import { decideReturn, returnLines } from '../return/decide.ts';
import { decideExchange } from '../return/exchange.ts';
import { proposeRefunds, refundInstead } from '../return/refunds.ts';
import { decideSale } from '../sale/decide.ts';
import type { Sale } from '../sale/schema.ts';
import { earnedOn, mostToSpend } from './earn.ts';
import { pointsOf, sumOfPoints } from './of-order.ts';
import type { PointsRule } from './schema.ts';

const AT = '2026-01-05T10:00:00.000Z';

const RULE: PointsRule = {
  perHundred: 5,
  worth: 100,
  smallestSpend: 1,
  asTender: false,
  offlineLimit: 50,
};

const basketLine = (id: string, count: number, price: number): BasketLine => ({
  id,
  sku: `SKU-${id}`,
  name: { en: id },
  categoryId: 'food',
  kind: 'goods',
  unit: 'piece',
  quantity: units(count),
  unitPrice: minor(price),
  taxRate: 1200,
  discount: null,
});

const offer = (tender: Offer['tender'], tendered: number): Offer => ({
  id: `${tender}-1`,
  tender,
  tendered: minor(tendered),
  reference: null,
});

const fact = (seq: number): Fact => ({
  operationId: `S-1_1.${String(seq).padStart(10, '0')}`,
  journalId: 'S-1_1',
  seq,
  at: AT,
  tillId: 'S-1',
  storeId: 'S',
  staffId: 'aliya',
});

type Selling = {
  readonly lines: readonly BasketLine[];
  readonly offers: readonly Offer[];
  readonly rule?: PointsRule | null;
  readonly customerId?: string | null;
  readonly taxInclusive?: boolean;
};

const sell = ({ lines, offers, taxInclusive = true, ...how }: Selling) =>
  decideSale({
    orderId: 'order',
    number: 'N-1',
    currency: 'KZT',
    catalogVersion: 1,
    customerId: how.customerId === undefined ? 'dana' : how.customerId,
    basket: { taxInclusive, lines, discount: null },
    promotions: NO_PROMOTIONS,
    pricedAt: AT,
    offers,
    points: {
      rule: how.rule === undefined ? RULE : how.rule,
      known: { balance: 100, at: AT },
      paid: 0,
    },
    cashIncrement: 1,
    at: AT,
  });

const sold = (selling: Selling): Sale => {
  const sale = sell(selling);
  if (!sale.ok) throw new Error(JSON.stringify(sale.problem));
  return sale.value;
};

describe('R13 points that are spent', () => {
  const lines = [basketLine('a', 1, 60_000), basketLine('b', 2, 20_000)];

  test('are a discount that lowers the tax, and earn nothing', () => {
    const sale = sold({ lines, offers: [offer('points', 3000), offer('cash', 97_000)] });
    expect(sale.totals).toMatchObject({ gross: 100_000, discount: 3000, total: 97_000 });
    expect(sale.totals.tax).toBe(10_393);
    expect(checkPricedLines(sale)).toEqual([]);
    expect(sale.payments.map(({ tender }) => tender)).toEqual(['cash']);
    expect(sale.points).toEqual({ earned: 48, spent: 30, known: { balance: 118, at: AT } });
  });

  test('are a tender where the settings say so, and earn nothing either', () => {
    const rule = { ...RULE, asTender: true };
    const sale = sold({ lines, offers: [offer('points', 3000), offer('cash', 97_000)], rule });
    expect(sale.totals).toMatchObject({ discount: 0, total: 100_000, tax: 10_714 });
    expect(sale.payments).toMatchObject([
      { tender: 'points', amount: 3000 },
      { tender: 'cash', amount: 97_000 },
    ]);
    expect(sale.points).toMatchObject({ earned: 48, spent: 30 });
  });

  test('are a tender where prices do not hold the tax: a discount would take off more than they are worth', () => {
    const sale = sold({
      lines,
      offers: [offer('points', 3000), offer('cash', 109_000)],
      taxInclusive: false,
    });
    expect(sale.payments).toMatchObject([{ tender: 'points', amount: 3000 }, { tender: 'cash' }]);
    expect(sale.totals).toMatchObject({ total: 112_000 });
  });

  test('may pay all of it', () => {
    const sale = sold({ lines, offers: [offer('points', 100_000)] });
    expect(sale.totals).toMatchObject({ total: 0, tax: 0, discount: 100_000 });
    expect(sale.points).toMatchObject({ earned: 0, spent: 1000 });
  });

  test.each([
    ['nobody is named', { customerId: null }],
    ['the store takes none', { rule: null }],
    ['they are no whole number', { offers: [offer('points', 3050), offer('cash', 96_950)] }],
  ])('pay nothing when %s', (_, differently) => {
    const offers = [offer('points', 3000), offer('cash', 97_000)];
    expect(sell({ lines, offers, ...differently })).toMatchObject({
      ok: false,
      problem: { type: 'points_not_taken' },
    });
  });

  test('never pay more than there is to pay', () => {
    expect(sell({ lines, offers: [offer('points', 100_100)] })).toMatchObject({
      ok: false,
      problem: { type: 'change_only_from_cash', over: 100 },
    });
  });
});

const anyLines = fc
  .array(
    fc.record({
      count: fc.integer({ min: 1, max: 4 }),
      price: fc.integer({ min: 1, max: 90_000 }),
    }),
    {
      minLength: 1,
      maxLength: 4,
    },
  )
  .map((lines) => lines.map(({ count, price }, index) => basketLine(`${index}`, count, price)));

const anyRule = fc.record({
  perHundred: fc.integer({ min: 0, max: 500 }),
  worth: fc.integer({ min: 1, max: 500 }),
  smallestSpend: fc.constant(1),
  asTender: fc.boolean(),
  offlineLimit: fc.constant(null),
});

const costOf = (lines: readonly BasketLine[]): Minor =>
  minor(lines.reduce((sum, { unitPrice, quantity }) => sum + (unitPrice * quantity) / 1000, 0));

/** A purchase that points paid a part of, and in cash or by card the rest. */
const anySale = fc
  .record({
    lines: anyLines,
    rule: anyRule,
    share: fc.integer({ min: 0, max: 100 }),
    rest: fc.constantFrom<Offer['tender']>('cash', 'card'),
  })
  .map(({ lines, rule, share, rest }) => {
    const cost = costOf(lines);
    const points = mostToSpend(rule, Math.floor((cost * share) / 100 / rule.worth), cost);
    const inMoney = cost - points * rule.worth;
    const offers = [
      ...(points > 0 ? [offer('points', points * rule.worth)] : []),
      ...(inMoney > 0 ? [offer(rest, inMoney)] : []),
    ];
    return { points, inMoney, rule, sale: sold({ lines, offers, rule }) };
  });

/** One piece after the other comes back, in an order of their own, each in a return. */
const allReturns = (order: Order, order2: readonly number[]): Order[] => {
  const pieces = order.lines.flatMap(({ id, quantity }) =>
    Array.from({ length: quantity / 1000 }, () => id),
  );
  const shuffled = pieces
    .map((id, index) => ({ id, key: order2[index % Math.max(1, order2.length)] ?? 0, index }))
    .toSorted((left, right) => left.key - right.key || left.index - right.index);
  const states = [order];
  for (const [index, { id }] of shuffled.entries()) {
    const now = states.at(-1) ?? order;
    const request = {
      lineId: id,
      quantity: units(1),
      reason: 'defect',
      condition: 'as_new',
      disposition: 'restock',
    } as const;
    const command = {
      returnId: `r${index}`,
      number: `R-${index}`,
      order: now,
      proof: 'order' as const,
      customer: null,
      requests: [request],
      cashIncrement: 1,
      at: AT,
    };
    const lines = returnLines(now, command.requests);
    if (!lines.ok) throw new Error(lines.problem.type);
    const total = add(...lines.value.map((line) => line.total));
    const refunds = proposeRefunds(now, total, 1).map((part) => ({
      ...part,
      id: `r${index}-${part.tender}`,
      reference: null,
    }));
    const returned = decideReturn({ ...command, refunds });
    if (!returned.ok) throw new Error(JSON.stringify(returned.problem));
    const after = applyReturn(now, returned.value, fact(index + 2));
    const [before, since] = [pointsOf(now), pointsOf(after)];
    // What the paper says is what the ledger comes to.
    expect(returned.value.points).toEqual({
      customerId: 'dana',
      takenBack: since.takenBack - before.takenBack,
      restored: since.restored - before.restored,
    });
    states.push(after);
  }
  return states;
};

describe('R12 points of goods that come back', () => {
  test('each is taken back and restored in parts that add up to the whole, whole numbers only', () => {
    fc.assert(
      fc.property(
        anySale,
        fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 16 }),
        ({ sale, points, inMoney, rule }, places) => {
          expect(sale.points).toMatchObject({
            earned: earnedOn(rule, minor(inMoney)),
            spent: points,
          });
          const states = allReturns(applySale(null, sale, fact(1)), places).map(pointsOf);
          for (const [index, state] of states.entries()) {
            const before = states[index - 1] ?? state;
            for (const part of ['earned', 'takenBack', 'spent', 'restored'] as const) {
              expect(Number.isSafeInteger(state[part])).toBe(true);
              expect(state[part]).toBeGreaterThanOrEqual(before[part]);
            }
            expect(state.earned - state.takenBack).toBeGreaterThanOrEqual(0);
            expect(state.spent - state.restored).toBeGreaterThanOrEqual(0);
          }
          expect(sumOfPoints(states.at(-1) ?? pointsOf(applySale(null, sale, fact(1))))).toBe(0);
        },
      ),
      { numRuns: 100 },
    );
  });

  test('what points paid goes back to them, whatever the rest is given in', () => {
    const rule = { ...RULE, asTender: true };
    const lines = [basketLine('a', 2, 5000)];
    const sale = sold({ lines, offers: [offer('points', 3000), offer('card', 7000)], rule });
    const order = applySale(null, sale, fact(1));
    expect(refundInstead(order, minor(5000), 'store_credit', 1)).toEqual([
      { tender: 'points', amount: 3000 },
      { tender: 'store_credit', amount: 2000 },
    ]);
  });

  test('an exchange pays with the points that its goods were paid with, and nobody gains or loses any', () => {
    const rule = { ...RULE, asTender: true };
    const lines = [basketLine('a', 1, 10_000)];
    const sale = sold({ lines, offers: [offer('points', 3000), offer('cash', 7000)], rule });
    const order = applySale(null, sale, fact(1));
    const exchanged = decideExchange({
      returned: {
        returnId: 'r',
        number: 'R-1',
        order,
        proof: 'order',
        customer: null,
        requests: [
          {
            lineId: 'a',
            quantity: units(1),
            reason: 'defect',
            condition: 'as_new',
            disposition: 'restock',
          },
        ],
      },
      sold: {
        orderId: 'other',
        number: 'N-2',
        catalogVersion: 1,
        customerId: 'dana',
        basket: { taxInclusive: true, lines, discount: null },
        promotions: NO_PROMOTIONS,
        pricedAt: AT,
        points: { rule, known: { balance: 73, at: AT }, paid: 0 },
      },
      offers: [],
      refunds: [],
      cashIncrement: 1,
      at: AT,
    });
    if (!exchanged.ok) throw new Error(JSON.stringify(exchanged.problem));
    const { returned, sold: taken } = exchanged.value;
    expect(returned.points).toEqual({ customerId: 'dana', takenBack: 3, restored: 30 });
    expect(taken.points).toEqual({ earned: 3, spent: 30, known: { balance: 73, at: AT } });
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { add, minor, subtract } from '#shared/kernel/money.ts';
import { AT, isWhole } from '../baskets.fixture.ts';
import type { Tender } from './schema.ts';
import { cashDue, type Offer, settle } from './settle.ts';
import { cashOffer, leftToPay, mayBePart } from './split.ts';

const offer = (tender: Tender, tendered: number, id: string = tender): Offer => ({
  id,
  tender,
  tendered: minor(tendered),
  reference: null,
});

const total = (amount: number) => minor(amount);

const anyOffers = fc
  .array(
    fc.tuple(fc.constantFrom<Tender>('cash', 'card', 'qr'), fc.integer({ min: 0, max: 100_000 })),
    {
      maxLength: 4,
    },
  )
  .map((offers) => offers.map(([tender, amount], index) => offer(tender, amount, `p${index}`)));

describe('R2 whatever settles', () => {
  test('R2 tendered − change − rounding is what was due', () => {
    const increment = fc.constantFrom(1, 5, 50, 100);
    const due = fc.integer({ min: 0, max: 150_000 }).map(minor);
    fc.assert(
      fc.property(due, anyOffers, increment, (amount, offers, cashIncrement) => {
        const settled = settle(amount, offers, cashIncrement, AT);
        fc.pre(settled.ok);
        const { payments, rounding } = settled.value;
        const tendered = add(...payments.map((payment) => payment.tendered));
        const change = add(...payments.map((payment) => payment.change));
        expect(subtract(tendered, change)).toBe(add(amount, rounding));
        expect(add(...payments.map((payment) => payment.amount))).toBe(add(amount, rounding));
        for (const payment of payments) {
          expect(payment.amount).toBe(subtract(payment.tendered, payment.change));
          expect(payment.change).toBeGreaterThanOrEqual(0);
          expect(payment.tender === 'cash' || payment.change === 0).toBe(true);
        }
        expect(isWhole(settled)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('R1 rounding', () => {
  test('R1 applies to what is paid in cash alone', () => {
    const settled = settle(
      total(148_155),
      [offer('card', 100_000), offer('cash', 50_000)],
      100,
      AT,
    );
    expect(settled.ok && settled.value).toMatchObject({
      rounding: 45,
      payments: [
        { tender: 'card', amount: 100_000, change: 0 },
        { tender: 'cash', amount: 48_200, change: 1800 },
      ],
    });
  });

  test('R1 a card pays to the last minor unit', () => {
    const settled = settle(total(148_155), [offer('card', 148_155)], 100, AT);
    expect(settled.ok && settled.value.rounding).toBe(0);
  });

  test.each([
    [148_149, 148_100],
    [148_150, 148_200],
    [30, 0],
  ])('R1 of %i the cash due is %i where the smallest coin is 100', (amount, due) => {
    expect(cashDue(total(amount), minor(0), 100)).toBe(due);
  });
});

describe('R1 R2 several tenders for one sum', () => {
  test('R2 whatever parts were given, a card or the last of the cash pays exactly what is left', () => {
    const parts = fc.array(
      fc.tuple(fc.constantFrom<Tender>('cash', 'gift_card', 'store_credit'), fc.nat(60_000)),
      { maxLength: 4 },
    );
    const due = fc.integer({ min: 1, max: 150_000 }).map(minor);
    fc.assert(
      fc.property(
        due,
        parts,
        fc.constantFrom(1, 50, 100),
        fc.boolean(),
        (sum, asked, coin, byCard) => {
          const given: Offer[] = [];
          for (const [index, [tender, amount]] of asked.entries()) {
            const left = leftToPay(sum, given);
            if (tender === 'cash' && !mayBePart(minor(amount), left, coin)) continue;
            given.push(offer(tender, Math.min(amount, left), `p${index}`));
          }
          const left = leftToPay(sum, given);
          const last = byCard
            ? offer('card', left, 'last')
            : cashOffer('last', cashDue(left, minor(0), coin));
          const settled = settle(sum, [...given, last], coin, AT);
          expect(settled.ok && Math.abs(settled.value.rounding)).toBeLessThan(coin);
          expect(byCard ? settled.ok && settled.value.rounding : 0).toBe(0);
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('offers that do not settle', () => {
  test('less than is due says how much is missing', () => {
    expect(settle(total(1000), [offer('cash', 400)], 1, AT)).toEqual({
      ok: false,
      problem: { type: 'tender_short', missing: 600 },
    });
    expect(settle(total(1000), [], 1, AT).ok).toBe(false);
  });

  test('a card gives no change', () => {
    expect(settle(total(1000), [offer('card', 1100)], 1, AT)).toEqual({
      ok: false,
      problem: { type: 'change_only_from_cash', over: 100 },
    });
  });

  test('change is never more than the last cash handed over', () => {
    const offers = [offer('cash', 2000, 'one'), offer('cash', 100, 'two')];
    expect(settle(total(1000), offers, 1, AT)).toEqual({
      ok: false,
      problem: { type: 'change_only_from_cash', over: 1000 },
    });
  });
});

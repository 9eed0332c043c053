import { describe, expect, test } from 'vitest';
import { minor } from '#shared/kernel/money.ts';
import { type Quantity, units } from '#shared/kernel/quantity.ts';
import { applyToOrder } from '#shared/operations/effects.ts';
import { decided, fact, placementOf } from '#shared/operations/facts.fixture.ts';
import { AT, basketLine, basketOf } from '../baskets.fixture.ts';
import type { Asks } from '../catalog/asks.ts';
import { contradictionsOfOrder } from '../exception/contradictions.ts';
import { particularsOf, serialsOf } from '../order/particulars-of.ts';
import { placeOrder } from '../order/place.ts';
import type { Order } from '../order/schema.ts';
import type { Particulars } from '../pricing/particulars.ts';
import { decideReturn } from '../return/decide.ts';
import { permitReturn } from '../return/permit.ts';
import { terms } from '../return/returns.fixture.ts';
import { compareSerials } from '../return/serials.ts';
import { decideAmendment } from './amend.ts';
import { decideHandOver, type LinePart } from './decide.ts';

const order = placeOrder(
  null,
  placementOf(
    basketOf([
      basketLine({ id: 'a', sku: 'LIGHTER', quantity: units(3) }),
      basketLine({ id: 'b', sku: 'CABLE', quantity: units(2) }),
    ]),
    true,
  ),
);

const RATE = { id: 'vat', name: { en: 'VAT' }, rate: 1600 };
const TERMS = { today: '2026-01-02', sellsExpired: false, taxRates: [RATE] };

const asking = (asks: Readonly<Record<string, Asks>>) => ({
  terms: TERMS,
  products: new Map(
    Object.entries(asks).map(([sku, one]) => [
      sku,
      { unit: 'piece' as const, taxRateId: 'vat', asks: one },
    ]),
  ),
});

const ASKS = asking({ LIGHTER: { minimumAge: 18 }, CABLE: { serial: true } });

type Telling = Readonly<Record<string, readonly Particulars[]>>;

const give = (
  from: Order,
  told: Telling,
  { parts = null, asks = ASKS }: { parts?: readonly LinePart[] | null; asks?: typeof ASKS } = {},
) =>
  decideHandOver(from, {
    parts,
    told: new Map(Object.entries(told)),
    asks,
    offers: [],
    proof: { type: 'code' },
    collectedBy: null,
    cashIncrement: 1,
    at: AT,
  });

const gone = (told: Telling, from = order, parts: readonly LinePart[] | null = null, seq = 1) => {
  const payload = decided(give(from, told, { parts }));
  return applyToOrder(from, fact({ type: 'pickup.handedOver', payload }, 1, seq)) ?? from;
};

const pieces = (lineId: string, count: number): { lineId: string; quantity: Quantity } => ({
  lineId,
  quantity: units(count),
});

const AGE = [{ ageChecked: 18 }];
const CABLES = [{ serial: 'S-1' }, { serial: 'S-2' }];

describe('R18 given goods of a web order that ask something', () => {
  test('R18 a rate that the store lacks keeps no goods back that were paid, and their asks stay', () => {
    const asks = { ...ASKS, terms: { ...TERMS, taxRates: [] } };
    const cable = [{ serial: 'S1' }, { serial: 'S2' }];
    expect(give(order, { a: [{ ageChecked: 18 }], b: cable }, { asks }).ok).toBe(true);
    expect(give(order, { b: cable }, { asks })).toMatchObject({
      problem: { type: 'not_asked', lineId: 'a', ask: 'age' },
    });
  });

  test('when it was asked, then they leave with it: an age once, a number of every piece', () => {
    expect(give(order, { a: AGE, b: CABLES })).toMatchObject({
      ok: true,
      value: {
        lines: [
          { lineId: 'a', quantity: 3000, particulars: AGE },
          { lineId: 'b', quantity: 2000, particulars: CABLES },
        ],
      },
    });
  });

  test.each([
    ['nothing', {}, 'a', 'age'],
    ['a lesser age', { a: [{ ageChecked: 16 }], b: CABLES }, 'a', 'age'],
    ['no number', { a: AGE }, 'b', 'serial'],
    ['the number of one piece of two', { a: AGE, b: [{ serial: 'S-1' }] }, 'b', 'serial'],
    ['one number twice', { a: AGE, b: [{ serial: 'S-1' }, { serial: 'S-1' }] }, 'b', 'serial'],
    ['more numbers than pieces', { a: AGE, b: [...CABLES, { serial: 'S-3' }] }, 'b', 'serial'],
  ])('when of them %s is told, then they stay', (_, told: Telling, lineId, ask) => {
    expect(give(order, told)).toEqual({ ok: false, problem: { type: 'not_asked', lineId, ask } });
  });

  test('when they are marked, or over their last day, then so as well', () => {
    const marked = asking({ CABLE: { mark: true } });
    expect(give(order, { b: [{ mark: '01…21…' }] }, { asks: marked })).toMatchObject({
      problem: { type: 'not_asked', lineId: 'b', ask: 'mark' },
    });
    const batch = asking({ CABLE: { batch: true } });
    const old = [{ batch: 'B', expires: '2026-01-01' }];
    expect(give(order, { b: old }, { asks: batch })).toMatchObject({
      problem: { type: 'not_asked', lineId: 'b', ask: 'expired' },
    });
  });

  test('when the till does not know the product, then nothing is asked', () => {
    const payload = decided(give(order, {}, { asks: asking({}) }));
    expect(payload.lines.some((line) => 'particulars' in line)).toBe(false);
  });

  test('when they leave in parts, then each part says its own, and no piece leaves twice', () => {
    const parts = [pieces('b', 1)];
    const partly = gone({ b: [{ serial: 'S-1' }] }, order, parts);
    expect(give(partly, { b: [{ serial: 'S-1' }] }, { parts })).toMatchObject({
      problem: { type: 'not_asked', ask: 'serial' },
    });
    const all = gone({ a: AGE, b: [{ serial: 'S-2' }] }, partly, null, 2);
    expect(all.pickup?.state).toBe('completed');
    expect(serialsOf(all, 'b')).toEqual(['S-1', 'S-2']);
  });

  test('when others of the line are taken off, then what left is told of the line that stands for it', () => {
    const partly = gone({ b: [{ serial: 'S-1' }] }, order, [pieces('b', 1)]);
    const payload = decided(
      decideAmendment(partly, {
        reason: 'refused',
        parts: [pieces('b', 1)],
        substitutes: [],
        consent: null,
        suffix: '0123abcd',
        refunds: [],
        cashIncrement: 1,
        at: AT,
      }),
    );
    const less = applyToOrder(partly, fact({ type: 'order.amended', payload }, 1, 2)) ?? partly;
    const line = less.lines.find(({ sku }) => sku === 'CABLE');
    expect(line?.id).not.toBe('b');
    expect(particularsOf(less, line?.id ?? '')).toEqual([{ serial: 'S-1' }]);
  });
});

describe('R18 given pieces of a web order that come back', () => {
  const collected = gone({ a: AGE, b: CABLES });
  const back = (serial?: string) => {
    const total = collected.lines.find(({ id }) => id === 'b')?.total ?? minor(0);
    const amount = minor(total / 2);
    return decided(
      decideReturn({
        returnId: 'back',
        number: 'R-1',
        order: collected,
        proof: 'order',
        customer: null,
        requests: [
          {
            ...pieces('b', 1),
            reason: 'changed_mind',
            condition: 'as_new',
            disposition: 'restock',
            ...(serial === undefined ? {} : { serial }),
          },
        ],
        refunds: [{ id: 'r', tender: 'online', amount, reference: null }],
        cashIncrement: 1,
        at: AT,
      }),
    );
  };
  test('when the number is one of those that left, then it is no other', () => {
    for (const serial of ['S-1', 'S-2'])
      expect(compareSerials(collected, [{ lineId: 'b', serial }])).toEqual({
        missing: [],
        other: [],
      });
    expect(compareSerials(collected, [{ lineId: 'a' }])).toEqual({ missing: [], other: [] });
  });

  test('when nobody read it, then it is missing; when it is another, then it is told', () => {
    expect(compareSerials(collected, [{ lineId: 'b' }]).missing).toEqual(['b']);
    expect(compareSerials(collected, [{ lineId: 'b', serial: 'S-9' }]).other).toEqual(['b']);
    const after = (serial: string) =>
      contradictionsOfOrder(
        applyToOrder(collected, fact({ type: 'return.completed', payload: back(serial) }, 1, 2)) ??
          collected,
      ).map(({ kind }) => kind);
    expect(after('S-2')).toEqual([]);
    expect(after('S-9')).toEqual(['other_serial']);
    expect(permitReturn(collected, back(), terms())).toEqual({
      type: 'serial_missing',
      lineId: 'b',
    });
  });
});

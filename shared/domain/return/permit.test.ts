import { describe, expect, test } from 'vitest';
import { minor } from '#shared/kernel/money.ts';
import { units } from '#shared/kernel/quantity.ts';
import { applyToOrder } from '#shared/operations/effects.ts';
import { decided, fact } from '#shared/operations/facts.fixture.ts';
import { AT, basketLine, basketOf } from '../baskets.fixture.ts';
import { contradictionsOfOrder } from '../exception/contradictions.ts';
import type { Tender } from '../payment/schema.ts';
import { type CompleteReturn, decideReturn } from './decide.ts';
import { daysSinceTaken, permitReturn, restrictionOf } from './permit.ts';
import { soldFor, terms, wanted } from './returns.fixture.ts';

const DAYS = 86_400_000;
const later = (days: number): string => new Date(Date.parse(AT) + days * DAYS).toISOString();

const order = soldFor(basketOf([basketLine({ quantity: units(2) })]), 'all');

/** One tea for 12.34 comes back, to the card that paid it unless said otherwise. */
const returned = (tender: Tender = 'card', change: Partial<CompleteReturn> = {}) =>
  decided(
    decideReturn({
      returnId: 'back',
      number: 'R-1',
      order,
      proof: 'order',
      customer: null,
      instead: ['cash', 'store_credit'],
      requests: [wanted('a')],
      refunds: [{ id: 'r', tender, amount: minor(1234), reference: null }],
      cashIncrement: 1,
      at: AT,
      ...change,
    }),
  );

describe('given goods that can come back', () => {
  test('when the policy has nothing against it, then a cashier may', () => {
    expect(permitReturn(order, returned(), terms())).toBeNull();
  });

  test('of goods with a number it is scanned, and another number than the sold one is for a manager', () => {
    const piece = basketLine({ particulars: { serial: 'S-1' } });
    const sold = soldFor(basketOf([piece]), 'all');
    const back = (serial?: string) =>
      returned('card', {
        order: sold,
        requests: [wanted('a', serial === undefined ? {} : { serial })],
        refunds: [{ id: 'r', tender: 'card', amount: sold.totals.total, reference: null }],
      });
    expect(permitReturn(sold, back(), terms())).toEqual({ type: 'serial_missing', lineId: 'a' });
    expect(permitReturn(sold, back('S-1'), terms())).toBeNull();
    expect(permitReturn(sold, back('S-2'), terms())).toEqual({
      type: 'manager_needed',
      reasons: ['other_serial'],
    });
    expect(permitReturn(sold, back('S-2'), terms({ approverId: 'dana' }))).toBeNull();
    const after = (serial: string) =>
      contradictionsOfOrder(
        applyToOrder(sold, fact({ type: 'return.completed', payload: back(serial) }, 1, 2)) ?? sold,
      ).map(({ kind }) => kind);
    expect(after('S-1')).toEqual([]);
    expect(after('S-2')).toEqual(['other_serial']);
  });

  test('R17 when the window is over, then with a defect only', () => {
    const late = terms({ at: later(16) });
    expect(permitReturn(order, returned(), late)).toEqual({
      type: 'window_over',
      until: '2026-01-16T03:15:05.678Z',
    });
    const defect = returned('card', { requests: [wanted('a', { reason: 'defect' })] });
    expect(permitReturn(order, defect, late)).toBeNull();
    expect(daysSinceTaken(order, later(16))).toBe(15);
  });

  test.each([
    { skus: ['TEA'], categoryIds: [] },
    { skus: [], categoryIds: ['food'] },
  ])('R17 when they are not returnable by %j, then with a defect only', (notReturnable) => {
    const strict = terms({}, { notReturnable });
    const problem = { type: 'not_returnable', lineId: 'a' };
    expect(permitReturn(order, returned(), strict)).toEqual(problem);
    expect(restrictionOf(order, { id: 'a', sku: 'TEA' }, strict)).toEqual(problem);
    const defect = returned('card', { requests: [wanted('a', { reason: 'defect' })] });
    expect(permitReturn(order, defect, strict)).toBeNull();
  });

  test('R6 when it is more than a cashier may give back, then a manager approves, who is somebody else', () => {
    const limit = { refundLimit: minor(1233) };
    const needed = { type: 'manager_needed', reasons: ['refund_limit'] };
    expect(permitReturn(order, returned(), terms({}, limit))).toEqual(needed);
    expect(permitReturn(order, returned(), terms({ approverId: 'aigerim' }, limit))).toEqual({
      type: 'approver_is_actor',
    });
    expect(permitReturn(order, returned(), terms({ approverId: 'dana' }, limit))).toBeNull();
    expect(permitReturn(order, returned(), terms({}, { refundLimit: minor(1234) }))).toBeNull();
  });

  test('R6 when it went back in several returns, then a limit is for all of them', () => {
    const [refund] = returned().refunds;
    if (!refund) throw new Error('a refund was expected');
    const before = (id: string, tender: 'cash' | 'online') => ({
      ...order,
      refunds: [{ ...refund, id, tender, amount: minor(1) }],
    });
    const limit = terms({}, { refundLimit: minor(1234) });
    const needed = { type: 'manager_needed', reasons: ['refund_limit'] };
    expect(permitReturn(before('a-cash', 'cash'), returned(), limit)).toEqual(needed);
    // What the website gave back, or what paid for something else, went through no cashier's hands.
    expect(permitReturn(before('a-online', 'online'), returned(), limit)).toBeNull();
    expect(permitReturn(before('a-off1', 'cash'), returned(), limit)).toBeNull();
    const offline = { ...terms().policy.offline, refundLimit: minor(1234) };
    const elsewhere = terms({ isOffline: true, storeId: 'ALM2' }, { offline });
    expect(permitReturn(order, returned(), elsewhere)).toBeNull();
    expect(permitReturn(before('a-cash', 'cash'), returned(), elsewhere)).toEqual({
      type: 'above_offline_limit',
      limit: 1234,
    });
  });
});

describe('given a card that paid', () => {
  test('R14 when cash is given for it, then only by policy, and by a manager', () => {
    const cash = { order, requests: [wanted('a')], returnId: 'b', number: 'R-2', customer: null };
    const refunds = [{ id: 'r', tender: 'cash' as const, amount: minor(1200), reference: null }];
    const command = { ...cash, refunds, proof: 'order' as const, cashIncrement: 100, at: AT };
    expect(decideReturn({ ...command })).toEqual({
      ok: false,
      problem: { type: 'refund_above_tender', tender: 'cash', cap: 0 },
    });
    const allowed = decided(decideReturn({ ...command, instead: ['cash'] }));
    expect(permitReturn(order, allowed, terms())).toEqual({
      type: 'manager_needed',
      reasons: ['other_tender'],
    });
  });

  test('R14 when store credit is given for it, then by policy, consent and a manager', () => {
    const credit = returned('store_credit');
    expect(permitReturn(order, credit, terms({}, { storeCredit: false }))).toEqual({
      type: 'store_credit_not_allowed',
    });
    expect(permitReturn(order, credit, terms())).toEqual({ type: 'consent_missing' });
    const agreed = returned('store_credit', { creditConsent: true });
    expect(permitReturn(order, agreed, terms())).toEqual({
      type: 'manager_needed',
      reasons: ['other_tender'],
    });
    expect(permitReturn(order, agreed, terms({ approverId: 'dana' }))).toBeNull();
  });

  test('R14 then nothing gets more than was paid in all, whatever stands in for it', () => {
    const credit = { id: 'c', tender: 'store_credit' as const, reference: null };
    const twice = { ...order, refunds: returned('store_credit').refunds };
    const half = { ...twice, refunds: twice.refunds.map((r) => ({ ...r, amount: minor(2000) })) };
    const refunds = [{ ...credit, amount: minor(1234) }];
    expect(
      decideReturn({
        returnId: 'b',
        number: 'R-2',
        order: half,
        proof: 'order',
        customer: null,
        requests: [wanted('a')],
        refunds,
        cashIncrement: 1,
        at: AT,
      }),
    ).toEqual({ ok: false, problem: { type: 'refund_above_paid', cap: 468 } });
  });
});

describe('given no network', () => {
  const offline = (change = {}) => ({
    offline: {
      refundLimit: minor(1000),
      refundTenders: ['card' as const],
      handOverLimit: null,
      dataHours: 24,
      ...change,
    },
  });

  test('then this store’s own sales come back without a limit, others’ and receipts alone within it', () => {
    const here = terms({ isOffline: true }, offline());
    const limit = { type: 'above_offline_limit', limit: 1000 };
    expect(permitReturn(order, returned(), here)).toBeNull();
    expect(permitReturn({ ...order, storeId: 'AST1' }, returned(), here)).toEqual(limit);
    expect(permitReturn(order, returned('card', { proof: 'receipt' }), here)).toEqual(limit);
    const wide = terms({ isOffline: true }, offline({ refundLimit: null }));
    expect(permitReturn(order, returned('card', { proof: 'receipt' }), wide)).toBeNull();
  });

  test('then money goes back in the tenders that the policy names', () => {
    const here = terms({ isOffline: true }, offline({ refundTenders: ['cash'] }));
    expect(permitReturn(order, returned(), here)).toEqual({
      type: 'tender_not_offline',
      tender: 'card',
      allowed: ['cash'],
    });
  });

  test('then what is known here grows old, and a manager approves', () => {
    const at = new Date(Date.parse(AT) + 25 * 3_600_000).toISOString();
    expect(permitReturn(order, returned(), terms({ isOffline: true, at }, offline()))).toEqual({
      type: 'manager_needed',
      reasons: ['old_data'],
    });
    expect(permitReturn(order, returned(), terms({ at }, offline()))).toBeNull();
  });
});

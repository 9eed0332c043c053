import { describe, expect, test } from 'vitest';
import { units } from '#shared/kernel/quantity.ts';
import { minor } from '#shared/kernel/money.ts';
import { fail, ok } from '#shared/kernel/result.ts';
import { applyToOrder } from '#shared/operations/effects.ts';
import {
  decided,
  fact,
  handOverOf,
  placementOf,
  preparationOf,
} from '#shared/operations/facts.fixture.ts';
import type { OperationContent } from '#shared/operations/operation.ts';
import { AT, basketLine, basketOf } from '../baskets.fixture.ts';
import { contradictionsOfOrder } from '../exception/contradictions.ts';
import { applyCancellation } from '../order/apply.ts';
import { onlineRefundDueOf } from '../order/balance.ts';
import { placeOrder } from '../order/place.ts';
import type { Order } from '../order/schema.ts';
import { DEFAULT_POLICY } from '../settings/default-policy.ts';
import { reservationsOf } from '../stock/reservations.ts';
import { afterRejection, decidePutBack, decideRejection, goodsToPutBack } from './close.ts';
import { decideHandOver } from './decide.ts';
import { decideArrival, decideExtension, decideMove, extendedUntil } from './keep.ts';
import { judgeByCode, judgeCounterRefunds, proofNeedsManager } from './needs-manager.ts';
import { isInTransit } from './open-pickup.ts';
import { proposeCounterRefunds } from './refunds.ts';

const basket = basketOf([basketLine({ quantity: units(2) }), basketLine({ id: 'b' })]);
const paid = placeOrder(null, placementOf(basket, true));
const OVERDUE = '2026-01-06T03:04:05.678Z';

const after = (order: Order, content: OperationContent, seq = 1): Order =>
  applyToOrder(order, fact(content, 1, seq)) ?? order;

const ready = after(paid, preparationOf(paid));
const stores = ['ALM1', 'ALM2'].map((storeId) => ({
  storeId,
  name: storeId,
  currency: 'KZT' as const,
}));
const command = { refunds: [], cashIncrement: 1, at: OVERDUE, trustedAt: OVERDUE } as const;

const rejected = (order: Order): Order =>
  after(
    order,
    {
      type: 'pickup.rejected',
      payload: decided(decideRejection(order, { ...command, reason: 'no_show' })),
    },
    2,
  );

describe('R21 given an order whose time is over', () => {
  test('R21 when nobody releases it, then it can be handed over still', () => {
    expect(
      decideHandOver(ready, {
        parts: null,
        offers: [],
        proof: { type: 'digits' },
        collectedBy: 'Timur',
        cashIncrement: 1,
        at: OVERDUE,
      }),
    ).toMatchObject({ ok: true, value: { collectedBy: 'Timur' } });
  });

  test('R21 when a person releases it, then its goods are to be put back and its money given back', () => {
    const order = rejected(ready);
    expect(order.pickup?.state).toBe('failed');
    expect(reservationsOf(order)).toEqual([]);
    expect(onlineRefundDueOf(order)).toBe(3702);
    expect(goodsToPutBack(order, 'ALM1').map(({ id }) => id)).toEqual(['a', 'b']);
    expect(goodsToPutBack(order, 'ALM2')).toEqual([]);
    const content = {
      type: 'pickup.putBack',
      payload: decided(decidePutBack(order, 'ALM1')),
    } as const;
    const done = after(order, content, 3);
    expect(goodsToPutBack(done, 'ALM1')).toEqual([]);
    expect(decidePutBack(done, 'ALM1')).toMatchObject({ problem: { type: 'nothing_to_put_back' } });
    expect(contradictionsOfOrder(done)).toEqual([]);
  });

  test('R21 before its time is over it is not released as a no-show, but a customer may refuse it', () => {
    const early = { ...command, at: OVERDUE, trustedAt: AT };
    expect(decideRejection(ready, { ...early, reason: 'no_show' })).toMatchObject({
      problem: { type: 'not_overdue', expiresAt: paid.pickup?.expiresAt },
    });
    expect(decideRejection(ready, { ...early, reason: 'refused' }).ok).toBe(true);
  });

  test('when it was never put ready, then there is nothing to put back', () => {
    expect(goodsToPutBack(rejected(paid), 'ALM1')).toEqual([]);
  });

  test('when another store gives its own goods, then what stood ready here is to be put back', () => {
    const moved = (isShipped: boolean): Order => {
      const payload = decided(decideMove(ready, { toStoreId: 'ALM2', isShipped, stores }));
      return after(ready, { type: 'pickup.moved', payload }, 2);
    };
    expect(goodsToPutBack(moved(false), 'ALM1')).toHaveLength(2);
    expect(goodsToPutBack(moved(false), 'ALM2')).toEqual([]);
    expect(goodsToPutBack(moved(true), 'ALM1')).toEqual([]);
  });

  test('when its channel cancelled it, then what stood ready is to be put back as well', () => {
    const gone = applyCancellation(ready, { actId: 'web', at: OVERDUE });
    expect(goodsToPutBack(gone, 'ALM1')).toHaveLength(2);
  });
});

test('given an order that was collected in part, then it is neither released nor moved as a whole', () => {
  const content = handOverOf(paid);
  if (content.type !== 'pickup.handedOver') throw new Error('a hand-over was expected');
  const [first] = content.payload.lines;
  if (!first) throw new Error('a line was expected');
  const partly = after(paid, { ...content, payload: { ...content.payload, lines: [first] } });
  expect(decideRejection(partly, { ...command, reason: 'no_show' })).toMatchObject({
    problem: { type: 'partly_collected' },
  });
  expect(decideMove(partly, { toStoreId: 'ALM2', isShipped: false, stores })).toMatchObject({
    problem: { type: 'partly_collected' },
  });
});

test('R14 given money of the counter, when the order is refused, then the counter gives it back', () => {
  const order = placeOrder(null, placementOf(basket, false));
  const payment = { id: 'p', tender: 'cash', amount: minor(3702), tendered: minor(3702) } as const;
  const paidHere = after(order, {
    type: 'order.paid',
    payload: {
      orderId: 'order',
      currency: 'KZT',
      rounding: minor(0),
      payments: [{ ...payment, change: minor(0), reference: null, at: AT }],
    },
  });
  const parts = proposeCounterRefunds(afterRejection(paidHere, OVERDUE), 1);
  expect(parts).toEqual([{ tender: 'cash', amount: 3702 }]);
  const refunds = parts.map((part) => ({ ...part, id: 'r', reference: null }));
  expect(decideRejection(paidHere, { ...command, reason: 'refused', refunds })).toMatchObject({
    value: { refunds: [{ tender: 'cash', amount: 3702, state: 'refunded' }] },
  });
  expect(decideRejection(paidHere, { ...command, reason: 'refused' })).toMatchObject({
    problem: { type: 'refunds_differ_from_total', total: 3702 },
  });
});

describe('given an order that is kept', () => {
  const terms = { days: 2, longest: 3, at: AT };

  test('when it is extended, then from its deadline, or from now once that is over', () => {
    expect(decided(decideExtension(paid, terms)).expiresAt).toBe('2026-01-07T03:04:05.678Z');
    expect(extendedUntil('2026-01-05T03:04:05.678Z', 2, OVERDUE)).toBe('2026-01-08T03:04:05.678Z');
    expect(decideExtension(paid, { ...terms, days: 4 })).toMatchObject({
      problem: { type: 'extension_too_long', days: 3 },
    });
  });

  test('when it is sent to another store, then it is on its way until it came', () => {
    const payload = decided(decideMove(ready, { toStoreId: 'ALM2', isShipped: true, stores }));
    expect(payload.released).toHaveLength(2);
    const moved = after(ready, { type: 'pickup.moved', payload }, 2);
    expect(moved).toMatchObject({ storeId: 'ALM2', pickup: { state: 'proposed' } });
    expect(isInTransit(moved)).toBe(true);
    const arrived = after(
      moved,
      { type: 'pickup.arrived', payload: decided(decideArrival(moved)) },
      3,
    );
    expect(isInTransit(arrived)).toBe(false);
    expect(arrived.pickup?.state).toBe('reserved');
    expect(decideArrival(arrived)).toMatchObject({ problem: { type: 'not_shipped' } });
    expect(decideMove(paid, { toStoreId: 'ALM1', isShipped: false, stores })).toMatchObject({
      problem: { type: 'same_store' },
    });
  });

  test('when no such store is known, or it sells for other money, then it stays where it is', () => {
    const away = [...stores, { storeId: 'KYIV', name: 'Kyiv', currency: 'UAH' as const }];
    for (const toStoreId of ['ALM22', 'KYIV'])
      expect(decideMove(paid, { toStoreId, isShipped: false, stores: away })).toMatchObject({
        problem: { type: 'unknown_store' },
      });
  });
});

describe('what needs a manager', () => {
  const order = { ...paid, placedAt: '2026-01-02T10:00:00.000Z' };
  const judge = (lastContactAt: string | null, at = '2026-01-02T11:00:00.000Z') =>
    judgeByCode(order, DEFAULT_POLICY, { lastContactAt, at });

  test('R20 an order of after the cut is handed over by its code alone', () => {
    expect(judge('2026-01-02T09:00:00.000Z')).toEqual({ ok: true, value: { needsManager: false } });
  });

  test('R20 one that should have come before it, or after a long silence, is a manager to allow', () => {
    const byManager = { ok: true, value: { needsManager: true } };
    expect(judge('2026-01-02T10:30:00.000Z')).toEqual(byManager);
    expect(judge('2026-01-01T09:00:00.000Z')).toEqual(byManager);
    expect(judge(null)).toEqual(byManager);
  });

  test('R20 one that is worth more than policy allows is not', () => {
    const limit = minor(100);
    const policy = {
      ...DEFAULT_POLICY,
      offline: { ...DEFAULT_POLICY.offline, handOverLimit: limit },
    };
    const told = { lastContactAt: null, at: AT };
    expect(judgeByCode(order, policy, told)).toMatchObject({
      problem: { type: 'hand_over_above_limit', limit },
    });
  });

  test('a document', () => {
    expect(proofNeedsManager({ type: 'document', name: 'ID 1' })).toBe(true);
    expect(proofNeedsManager({ type: 'digits' })).toBe(false);
  });
});

describe('given money that a counter gives back for goods nobody collects', () => {
  const counter = {
    policy: DEFAULT_POLICY,
    storeId: 'ALM1',
    isOffline: false,
    lastContactAt: AT,
    at: AT,
  };
  const cash = (amount: number) => [{ tender: 'cash' as const, amount: minor(amount) }];
  const byManager = ok({ needsManager: true });
  const byAnybody = ok({ needsManager: false });

  test('R6 above the limit a manager allows it', () => {
    const policy = { ...DEFAULT_POLICY, refundLimit: minor(100) };
    expect(judgeCounterRefunds(paid, cash(101), { ...counter, policy })).toEqual(byManager);
    expect(judgeCounterRefunds(paid, cash(100), { ...counter, policy })).toEqual(byAnybody);
    expect(judgeCounterRefunds(paid, cash(1_000_000_000), counter)).toEqual(byAnybody);
  });

  test('R14 money without the network: in the tenders of the policy, and by a manager once too much is unknown', () => {
    const only = { ...DEFAULT_POLICY.offline, refundTenders: ['card' as const] };
    const cut = { ...counter, isOffline: true };
    const strict = { ...cut, policy: { ...DEFAULT_POLICY, offline: only } };
    expect(judgeCounterRefunds(paid, cash(1), strict)).toEqual(
      fail({ type: 'tender_not_offline', tender: 'cash', allowed: ['card'] }),
    );
    expect(judgeCounterRefunds(paid, [], strict)).toEqual(byAnybody);
    expect(judgeCounterRefunds(paid, cash(1), { ...strict, isOffline: false })).toEqual(byAnybody);
    const old = { ...cut, lastContactAt: null };
    expect(judgeCounterRefunds(paid, cash(1), cut)).toEqual(byAnybody);
    expect(judgeCounterRefunds(paid, cash(1), old)).toEqual(byManager);
    expect(judgeCounterRefunds(paid, [], old)).toEqual(byAnybody);
  });

  test('R14 money of another store’s order without the network: no more than policy says', () => {
    const elsewhere = { ...counter, isOffline: true, storeId: 'ALM2' };
    const limit = DEFAULT_POLICY.offline.refundLimit ?? minor(0);
    expect(judgeCounterRefunds(paid, cash(limit), elsewhere)).toEqual(byAnybody);
    expect(judgeCounterRefunds(paid, cash(limit + 1), elsewhere)).toEqual(
      fail({ type: 'above_offline_limit', limit }),
    );
  });
});

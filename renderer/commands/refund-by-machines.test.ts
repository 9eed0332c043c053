import { describe, expect, test } from 'vitest';
import type { Order } from '#shared/domain/order/schema.ts';
import type { ReturnRequest } from '#shared/domain/return/decide.ts';
import { proposeRefunds } from '#shared/domain/return/refunds.ts';
import { minor } from '#shared/kernel/money.ts';
import { fail } from '#shared/kernel/result.ts';
import type { Operation } from '#shared/operations/operation.ts';
import type { DriverOutcome, PaymentDriver } from '../host/payment-driver.ts';
import type { Ledger } from '../store/ledger.ts';
import { createMemoryLedger } from '../store/memory-ledger.ts';
import { ACTOR, AT, basketOf, createTill } from '../store/till.fixture.ts';
import { type AtTill, recoverGiven, stopsAt, stopsUpTo } from './by-machine.fixture.ts';
import type { ReturnInput } from './return-input.ts';
import { completeSale } from './complete-sale.ts';
import { exchangeByMachine } from './exchange-by-machine.ts';
import {
  APPROVED,
  createDyingLedger,
  createMachine,
  DECLINED,
  journalOf,
  type Machine,
  typesOf,
} from './payment-machine.fixture.ts';
import { refundByMachine } from './refund-by-machine.ts';
import { soldAt, teaBack } from './returns.fixture.ts';

const HALF = minor(10_000);

const known = <Value>(value: Value | null | undefined): Value =>
  value ?? expect.fail('something was expected');

/** Both lines of an order as its `tea`, to what paid them. */
const bothBack = (order: Order, tea: ReturnRequest, returnId = 'back'): ReturnInput =>
  teaBack(order, {
    returnId,
    requests: [tea, { ...tea, lineId: '2' }],
    refunds: proposeRefunds(order, minor(20_000), 100).map((part) => ({
      ...part,
      reference: null,
    })),
  });

/** 100.00 was paid by card and 100.00 by QR; all of it comes back. */
const start = async (ledger: Ledger = createMemoryLedger()) => {
  const till = await createTill(ledger);
  await completeSale(till.store, ACTOR, {
    orderId: 'sold',
    basket: basketOf('TEA', 'MILK'),
    customerId: null,
    offers: [
      { id: 'p1', tender: 'card', tendered: HALF, reference: null },
      { id: 'p2', tender: 'qr', tendered: HALF, reference: null },
    ],
    pricedAt: AT,
  });
  const order = known(await till.store.view.order('sold'));
  const tea = known(teaBack(order).requests[0]);
  const act = { type: 'return' as const, input: bothBack(order, tea) };
  const give = ({ driver }: AtTill, one = till) =>
    refundByMachine(one.store, ACTOR, { driver, act });
  return { till, give };
};

const gave = ({ refunded }: Machine): string[] =>
  refunded.map(({ tender, amount }) => `${tender} ${amount}`);

/** The QR provider says this first; the card machine gives whatever is asked. */
const qrFirst = (machine: Machine, outcome: DriverOutcome): PaymentDriver => {
  let isAsked = false;
  return {
    ...machine.driver,
    refund: async (request) => {
      if (request.tender !== 'qr' || isAsked) return machine.driver.refund(request);
      isAsked = true;
      return outcome;
    },
  };
};

/** Money that the journal says was given, each part once. */
const recordedIn = (operations: readonly Operation[]): Map<string, number> =>
  new Map(
    operations.flatMap((operation): [string, number][] => {
      if (operation.type === 'return.completed')
        return operation.payload.refunds.map(({ id, amount }) => [id, amount]);
      const isGiven =
        operation.type === 'refund.resolved' && operation.payload.outcome === 'refunded';
      return isGiven ? [[operation.payload.refundId, HALF]] : [];
    }),
  );

describe('a refund to a card and to a QR payment', () => {
  test('J3 R15: each machine gives its part, each intended before, and one return carries both', async () => {
    const { till, give } = await start();
    const machine = createMachine(APPROVED);
    expect(await give(machine)).toMatchObject({
      ok: true,
      value: {
        payload: {
          refunds: [
            { id: 'back-card', amount: 10_000, state: 'refunded', reference: 'RRN 77' },
            { id: 'back-qr', amount: 10_000, state: 'refunded', reference: 'RRN 77' },
          ],
        },
      },
    });
    expect(gave(machine)).toEqual(['card 10000', 'qr 10000']);
    expect(await typesOf(till)).toEqual([
      'sale.completed',
      'refund.requested',
      'refund.requested',
      'return.completed',
    ]);
  });

  test('J3: of which the second is declined has the first on record, and does not give it again', async () => {
    const { till, give } = await start();
    const machine = createMachine(APPROVED);
    const driver = qrFirst(machine, DECLINED);
    expect(await give({ driver })).toEqual(fail({ type: 'refund_declined' }));
    expect((await journalOf(till.store.ledger)).slice(-2)).toMatchObject([
      { type: 'refund.resolved', payload: { refundId: 'back-card', outcome: 'refunded' } },
      { type: 'refund.resolved', payload: { refundId: 'back-qr', outcome: 'declined' } },
    ]);
    expect((await give({ driver })).ok).toBe(true);
    expect(gave(machine)).toEqual(['card 10000', 'qr 10000']);
    expect((await till.store.view.order('sold'))?.refunds).toMatchObject([
      { id: 'back-card', reference: 'RRN 77' },
      { id: 'back-qr', reference: 'RRN 77' },
    ]);
  });

  test('J3: what was given for goods is the refund of just these, and of no others at the same price', async () => {
    const { till } = await start();
    const machine = createMachine(APPROVED);
    const driver = qrFirst(machine, DECLINED);
    const tryIt = async (returnId: string, lineId: string) => {
      const order = known(await till.store.view.order('sold'));
      const tea = known(teaBack(order).requests[0]);
      const refunds = (['card', 'qr'] as const).map((tender) => ({
        tender,
        amount: minor(5000),
        reference: null,
      }));
      const input = teaBack(order, { returnId, requests: [{ ...tea, lineId }], refunds });
      return refundByMachine(till.store, ACTOR, { driver, act: { type: 'return', input } });
    };
    expect(await tryIt('tea', '1')).toEqual(fail({ type: 'refund_declined' }));
    for (const returnId of ['tea', 'milk'])
      expect(await tryIt(returnId, '2')).toEqual(
        fail({ type: 'refund_given_before', tender: 'card', amount: 5000 }),
      );
    expect(await tryIt('tea-anew', '1')).toMatchObject({
      ok: true,
      value: { payload: { returnId: 'tea', refunds: [{ id: 'tea-card' }, { id: 'tea-qr' }] } },
    });
    expect((await tryIt('milk', '2')).ok).toBe(true);
    expect(gave(machine)).toEqual(['card 5000', 'qr 5000', 'card 5000', 'qr 5000']);
  });

  test.each(stopsUpTo(6))(
    'J3: is money given = money recorded, though the till stops at %j',
    async (stop) => {
      const memory = createMemoryLedger();
      const disk = createDyingLedger(memory);
      const { till, give } = await start(disk.ledger);
      const machine = createMachine(APPROVED);
      await stopsAt(disk, stop, () => give(machine));
      const again = await till.restart();
      await recoverGiven(again, machine);
      const recorded = recordedIn(await journalOf(memory));
      expect([...recorded.keys()]).toEqual(machine.refunded.map(({ refundId }) => refundId));
      if (recorded.size < 2) await give(machine, again);
      expect(gave(machine)).toEqual(['card 10000', 'qr 10000']);
      expect((await again.store.view.order('sold'))?.returns).toHaveLength(1);
    },
  );

  test('R15: an exchange of a card purchase whose difference was paid by QR comes back to both', async () => {
    const till = await createTill();
    const machine = createMachine(APPROVED);
    const back = teaBack(await soldAt(till, 'card'), { refunds: [] });
    const exchanged = await exchangeByMachine(till.store, ACTOR, {
      driver: machine.driver,
      tender: 'qr',
      due: HALF,
      input: { ...back, orderId: 'new', basket: basketOf('JAM', 'BUN'), pricedAt: AT, offers: [] },
    });
    expect(exchanged.ok).toBe(true);
    const order = known(await till.store.view.order('new'));
    const tea = known(back.requests[0]);
    const done = await refundByMachine(till.store, ACTOR, {
      driver: machine.driver,
      act: { type: 'return', input: bothBack(order, tea, 'both') },
    });
    expect(done.ok).toBe(true);
    expect(gave(machine).toSorted()).toEqual(['card 10000', 'qr 10000']);
  });
});

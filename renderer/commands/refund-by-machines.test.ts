import { describe, expect, test } from 'vitest';
import { proposeRefunds } from '#shared/domain/return/refunds.ts';
import { minor } from '#shared/kernel/money.ts';
import { fail } from '#shared/kernel/result.ts';
import type { Operation } from '#shared/operations/operation.ts';
import type { DriverOutcome, PaymentDriver } from '../host/payment-driver.ts';
import type { Ledger } from '../store/ledger.ts';
import { createMemoryLedger } from '../store/memory-ledger.ts';
import { ACTOR, AT, basketOf, createTill, type TestTill } from '../store/till.fixture.ts';
import { completeSale } from './complete-sale.ts';
import { exchangeByMachine } from './exchange-by-machine.ts';
import { openRefund } from './open-refund.ts';
import {
  APPROVED,
  createDyingLedger,
  createMachine,
  DECLINED,
  journalOf,
  type Machine,
  typesOf,
} from './payment-machine.fixture.ts';
import { recoverRefund } from './recover-refund.ts';
import { refundByMachine } from './refund-by-machine.ts';
import { soldAt, teaBack } from './returns.fixture.ts';

const HALF = minor(10_000);

const known = <Value>(value: Value | null | undefined): Value =>
  value ?? expect.fail('something was expected');

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
  const input = teaBack(order, {
    requests: [tea, { ...tea, lineId: '2' }],
    refunds: proposeRefunds(order, minor(20_000), 100).map((part) => ({
      ...part,
      reference: null,
    })),
  });
  const act = { type: 'return' as const, input };
  const give = ({ driver }: Pick<Machine, 'driver'>, one = till) =>
    refundByMachine(one.store, ACTOR, { driver, act });
  return { till, give };
};

const recover = async ({ store }: TestTill, { driver }: Machine): Promise<void> => {
  const open = await openRefund(store);
  if (open) await recoverRefund(store, driver, open);
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

  test.each(
    [1, 2, 3, 4, 5, 6].flatMap((write) => [
      { write, isKept: false },
      { write, isKept: true },
    ]),
  )(
    'J3: is money given = money recorded, though the till stops at %j',
    async ({ write, isKept }) => {
      const memory = createMemoryLedger();
      const disk = createDyingLedger(memory);
      const { till, give } = await start(disk.ledger);
      const machine = createMachine(APPROVED);
      disk.dieAt(write, isKept);
      await expect(give(machine)).rejects.toThrow('the machine is off');
      disk.dieAt(Number.POSITIVE_INFINITY, true);
      const again = await till.restart();
      await recover(again, machine);
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
    const input = teaBack(order, {
      returnId: 'both',
      requests: [tea, { ...tea, lineId: '2' }],
      refunds: proposeRefunds(order, minor(20_000), 100).map((part) => ({
        ...part,
        reference: null,
      })),
    });
    const done = await refundByMachine(till.store, ACTOR, {
      driver: machine.driver,
      act: { type: 'return', input },
    });
    expect(done.ok).toBe(true);
    expect(gave(machine).toSorted()).toEqual(['card 10000', 'qr 10000']);
  });
});

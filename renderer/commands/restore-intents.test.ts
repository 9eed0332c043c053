import { describe, expect, test } from 'vitest';
import { exceptionId } from '#shared/domain/exception/contradictions.ts';
import { minor } from '#shared/kernel/money.ts';
import { ok } from '#shared/kernel/result.ts';
import type { Ledger } from '../store/ledger.ts';
import { createMemoryLedger } from '../store/memory-ledger.ts';
import {
  ACTOR,
  AT,
  basketOf,
  createTill,
  JOURNAL,
  type TestTill,
  webOrder,
} from '../store/till.fixture.ts';
import {
  type AtTill,
  payByCard,
  recoverGiven,
  recoverOpen,
  stopsAt,
  stopsIn,
  whenDone,
} from './by-machine.fixture.ts';
import { completeSale } from './complete-sale.ts';
import { payOrder } from './hand-over.ts';
import { lessenByMachine } from './lessen-by-machine.ts';
import { openPayment } from './open-payment.ts';
import { openRefund } from './open-refund.ts';
import {
  APPROVED,
  CANCELED,
  createDyingLedger,
  createMachine,
  DECLINED,
  journalOf,
  type Machine,
  typesOf,
} from './payment-machine.fixture.ts';
import { recoverRefunds } from './recover-refund.ts';
import type { ReturnInput } from './return-input.ts';
import { refundByMachine, type ReturnAct } from './refund-by-machine.ts';
import { restoreIntents } from './restore-intents.ts';
import { soldAt, teaBack } from './returns.fixture.ts';

/** A new profile has what the mirror has: operations, and nothing that lay beside them. */
const backFromMirror = async (lost: Ledger): Promise<TestTill> => {
  const ledger = createMemoryLedger();
  await ledger.restore(await lost.read(JOURNAL, 0, 100));
  return createTill(ledger);
};

const giveBack = async (till: TestTill, { driver }: AtTill) => {
  const act = { type: 'return' as const, input: teaBack(await soldAt(till, 'card')) };
  return refundByMachine(till.store, ACTOR, { driver, act });
};

/** The computer is lost at the moment in which the machine has answered. */
const lostWhile = async (
  act: typeof payByCard | typeof giveBack,
  machine: Machine,
): Promise<Ledger> => {
  const memory = createMemoryLedger();
  const disk = createDyingLedger(memory);
  const till = await createTill(disk.ledger);
  const off = whenDone(machine, async () => disk.dieAt(1, false));
  await stopsIn(disk, act(till, off));
  return memory;
};

const recover = async (till: TestTill, machine: Machine): Promise<void> => {
  await restoreIntents(till.store, machine.driver);
  await recoverOpen(till, machine);
  await recoverGiven(till, machine);
};

const lastOf = async ({ store }: TestTill) => (await journalOf(store.ledger)).at(-1);

describe('a till whose profile was lost while a machine was asked, back from its mirror', () => {
  test('J3: has the payment open, and asks what became of it', async () => {
    const machine = createMachine(APPROVED);
    const till = await backFromMirror(await lostWhile(payByCard, machine));
    expect(await openPayment(till.store)).toBeNull();
    await restoreIntents(till.store, machine.driver);
    expect(await openPayment(till.store)).toMatchObject({
      orderId: 'a',
      amount: 10_000,
      by: 'confirmed',
      seller: ACTOR,
      givenUp: null,
    });
    await recover(till, machine);
    expect(machine.paid).toHaveLength(1);
    expect((await till.store.view.order('a'))?.payments).toMatchObject([{ reference: 'RRN 77' }]);
  });

  test.each([
    ['declined', DECLINED],
    ['canceled', CANCELED],
  ])('J3: has it on record when the machine says that it was %s', async (outcome, answer) => {
    const machine = createMachine(answer);
    const till = await backFromMirror(await lostWhile(payByCard, machine));
    await recover(till, machine);
    expect(await lastOf(till)).toMatchObject({ type: 'payment.resolved', payload: { outcome } });
    expect(await openPayment(till.store)).toBeNull();
  });

  test('J3 R15: has on record what a machine gave back, whatever it was for', async () => {
    const machine = createMachine(APPROVED);
    const till = await backFromMirror(await lostWhile(giveBack, machine));
    await recover(till, machine);
    expect(machine.refunded).toHaveLength(1);
    expect(await lastOf(till)).toMatchObject({
      type: 'refund.resolved',
      payload: { refundId: 'back-card', outcome: 'refunded', reference: 'RRN 77' },
    });
    expect(await openRefund(till.store)).toBeNull();
  });

  /** The tea comes back once more, for all this till knows, and nobody remembers the first try. */
  const anew = async (till: TestTill, change: Partial<ReturnInput> = {}): Promise<ReturnAct> => {
    const told = await till.store.view.order('sold');
    if (!told) throw new Error('an order was expected');
    return { type: 'return', input: teaBack(told, { returnId: 'again', ...change }) };
  };
  const inCash = { refunds: [{ tender: 'cash' as const, amount: minor(10_000), reference: null }] };
  const give = (till: TestTill, { driver }: Machine, act: ReturnAct) =>
    refundByMachine(till.store, ACTOR, { driver, act });
  const begun = async (machine: Machine): Promise<TestTill> => {
    const till = await backFromMirror(await lostWhile(giveBack, machine));
    await restoreIntents(till.store, machine.driver);
    return till;
  };

  test.each([
    ['the same way', {}],
    ['in cash', inCash],
  ])('J3: gives nothing anew for goods of which a refund is open, %s', async (_, change) => {
    const machine = createMachine(APPROVED);
    const till = await begun(machine);
    const problem = { ok: false, problem: { type: 'refund_open' } };
    expect(await give(till, machine, await anew(till, change))).toEqual(problem);
    expect(machine.refunded).toHaveLength(1);
  });

  test('J3: nothing is given for it, be it the same goods or others, until somebody has decided what it was', async () => {
    const machine = createMachine(APPROVED);
    const till = await begun(machine);
    await recoverGiven(till, machine);
    const amount = minor(10_000);
    const problem = { type: 'refund_given_before', tender: 'card', amount };
    const other = { refunds: [{ ...inCash.refunds[0], tender: 'card', amount: minor(9000) }] };
    const [tea] = teaBack(await soldAt(await createTill(), 'card')).requests;
    const milk = { requests: tea ? [{ ...tea, lineId: '2' }] : [] };
    for (const change of [{}, milk, inCash, other] as Partial<ReturnInput>[])
      expect(await give(till, machine, await anew(till, change))).toEqual({ ok: false, problem });
    const id = exceptionId('refund_without_return', 'back-card');
    const [exception] = [{ id, resolution: { action: 'recover_money' } }];
    await till.pull('exceptions:ONE', { [id]: exception });
    expect(await give(till, machine, await anew(till))).toMatchObject({ ok: true });
    expect(machine.refunded).toHaveLength(2);
  });

  test.each(['card', 'cash'] as const)(
    'J3 R15: an order refused at the counter gives nothing a second time by %s',
    async (tender) => {
      const machine = createMachine(APPROVED);
      const order = webOrder('w', 'TEA', 'CAKE');
      const amount = minor(20_000);
      const reject = (at: TestTill, id: string, by: 'card' | 'cash', { driver }: AtTill) =>
        lessenByMachine(at.store, ACTOR, {
          driver,
          currency: 'KZT',
          orderId: 'w',
          lessening: { type: 'reject', reason: 'refused' },
          refunds: [{ id, tender: by, amount, reference: null }],
          isOffline: false,
          isGiven: false,
        });
      const memory = createMemoryLedger();
      const disk = createDyingLedger(memory);
      const first = await createTill(disk.ledger);
      await first.pull('orders:ONE', { w: order });
      const offers = [{ id: 'paid', tender: 'card' as const, tendered: amount, reference: null }];
      await payOrder(first.store, ACTOR, { orderId: 'w', isTaken: true, offers });
      const off = whenDone(machine, async () => disk.dieAt(1, false));
      await stopsIn(disk, reject(first, 'one-card', 'card', off));
      const till = await backFromMirror(memory);
      await till.pull('orders:ONE', { w: order });
      await restoreIntents(till.store, machine.driver);
      const open = { ok: false, problem: { type: 'refund_open' } };
      expect(await reject(till, 'two', tender, machine)).toEqual(open);
      await recoverGiven(till, machine);
      const before = { type: 'refund_given_before', tender: 'card', amount };
      expect(await reject(till, 'two', tender, machine)).toEqual({ ok: false, problem: before });
      expect(machine.refunded).toHaveLength(1);
    },
  );

  test('J3: all parts of a refund are open again, one after the other, and none is asked for anew', async () => {
    const machine = createMachine(APPROVED);
    const memory = createMemoryLedger();
    const disk = createDyingLedger(memory);
    const first = await createTill(disk.ledger);
    const half = minor(10_000);
    await completeSale(first.store, ACTOR, {
      orderId: 'sold',
      basket: basketOf('TEA', 'MILK'),
      customerId: null,
      offers: (['card', 'qr'] as const).map((tender) => ({
        id: tender,
        tender,
        tendered: half,
        reference: null,
      })),
      pricedAt: AT,
    });
    const both = async (at: TestTill, returnId: string): Promise<ReturnAct> => {
      const told = await at.store.view.order('sold');
      if (!told) throw new Error('an order was expected');
      const [tea] = teaBack(told).requests;
      if (!tea) throw new Error('a tea was expected');
      const requests = [tea, { ...tea, lineId: '2' }];
      const refunds = (['card', 'qr'] as const).map((tender) => ({
        tender,
        amount: half,
        reference: null,
      }));
      return { type: 'return', input: teaBack(told, { returnId, requests, refunds }) };
    };
    const off = whenDone(machine, async () => {
      if (machine.refunded.length === 2) disk.dieAt(1, false);
    });
    const act = await both(first, 'back');
    await stopsIn(disk, refundByMachine(first.store, ACTOR, { driver: off.driver, act }));
    const till = await backFromMirror(memory);
    await restoreIntents(till.store, machine.driver);
    await recoverGiven(till, machine);
    expect(await give(till, machine, await both(till, 'again'))).toEqual({
      ok: false,
      problem: { type: 'refund_open' },
    });
    await restoreIntents(till.store, machine.driver);
    await recoverRefunds(till.store, machine.driver);
    expect(await typesOf(till)).toEqual([
      'sale.completed',
      'refund.requested',
      'refund.requested',
      'refund.resolved',
      'refund.resolved',
    ]);
    await give(till, machine, await both(till, 'again'));
    expect(machine.refunded).toHaveLength(2);
  });

  test('J3: recovering goes on until none of them is open', async () => {
    const { driver } = createMachine(APPROVED);
    const till = await createTill();
    for (const refundId of ['a-card', 'b-card', 'c-card'])
      await till.store.journal.write(ACTOR, async () =>
        ok({
          type: 'refund.requested',
          payload: {
            refundId,
            orderId: 'sold',
            tender: 'card',
            currency: 'KZT',
            amount: minor(100),
          },
        }),
      );
    await restoreIntents(till.store, driver);
    expect(await recoverRefunds(till.store, driver)).toBeNull();
    expect(await openRefund(till.store)).toBeNull();
    expect((await typesOf(till)).filter((type) => type === 'refund.resolved')).toHaveLength(3);
  });

  test('J3: a refund that was refused is given anew', async () => {
    const till = await begun(createMachine(DECLINED));
    await recoverGiven(till, createMachine(DECLINED));
    const machine = createMachine(APPROVED);
    expect(await give(till, machine, await anew(till))).toMatchObject({ ok: true });
    expect(machine.refunded).toHaveLength(1);
  });

  test('J3: asks about nothing that ended', async () => {
    const machine = createMachine(APPROVED);
    const first = await createTill();
    await payByCard(first, machine);
    await giveBack(first, machine);
    await payByCard(first, createMachine(DECLINED));
    const till = await backFromMirror(first.store.ledger);
    await restoreIntents(till.store, machine.driver);
    expect(await openPayment(till.store)).toBeNull();
    expect(await openRefund(till.store)).toBeNull();
  });

  test('J3: keeps what its own disk knows of an open payment', async () => {
    const disk = createDyingLedger(createMemoryLedger());
    const machine = createMachine(APPROVED);
    const first = await createTill(disk.ledger);
    await stopsAt(disk, { write: 2, isKept: true }, () => payByCard(first, machine));
    const till = await first.restart();
    const before = await openPayment(till.store);
    await restoreIntents(till.store, machine.driver);
    expect(await openPayment(till.store)).toEqual(before);
    expect(before?.promotions).toEqual([]);
  });
});

import { describe, expect, test } from 'vitest';
import { minor } from '#shared/kernel/money.ts';
import { fail, ok } from '#shared/kernel/result.ts';
import type { DriverOutcome, PaymentDriver } from '../host/payment-driver.ts';
import { ACTOR, createTill, type TestTill } from '../store/till.fixture.ts';
import {
  amountsTaken,
  type AtTill,
  payByCard,
  payPartByCard,
  recoverGiven,
  recoverOpen,
} from './by-machine.fixture.ts';
import { acknowledgePayment, giveUpPayment } from './end-payment.ts';
import { giveUpPart } from './keep-part.ts';
import { type GivenUpPayment, openPayment } from './open-payment.ts';
import type { PayByMachineInput } from './pay-by-machine.ts';
import {
  APPROVED,
  CANCELED,
  DECLINED,
  journalOf,
  sellIn,
  typesOf,
} from './payment-machine.fixture.ts';
import { refundByMachine } from './refund-by-machine.ts';
import { soldAt, teaBack } from './returns.fixture.ts';
import { keepGivenUp, untoldPayment } from './untold-payments.ts';

/** A sale that can be tried, and then not be done. */
const soldOnce = (): Pick<PayByMachineInput<{ readonly type: string }>, 'complete'> => {
  let tries = 0;
  return {
    complete: async (...input) => {
      tries += 1;
      return tries === 1 ? sellIn().complete(...input) : fail({ type: 'order_left' });
    },
  };
};

const untoldAt = async ({ store }: TestTill): Promise<GivenUpPayment> => {
  const untold = await untoldPayment(store);
  if (!untold) throw new Error('nothing is told');
  return untold;
};

/** A machine that answers what it was asked when the test says so, and meanwhile tells whoever asks what became of it. */
const createSlowMachine = () => {
  const answers: ((outcome: DriverOutcome) => void)[] = [];
  let known: DriverOutcome = APPROVED;
  const later = (): Promise<DriverOutcome> => new Promise((resolve) => answers.push(resolve));
  const driver: PaymentDriver = {
    nameOf: () => 'simulated',
    pay: later,
    ask: async () => known,
    refund: later,
    askRefund: async () => known,
  };
  const asked = async (times: number): Promise<void> => {
    await expect.poll(() => answers.length).toBe(times);
  };
  return {
    driver,
    asked,
    knows: (outcome: DriverOutcome): void => {
      known = outcome;
    },
    answer: (call: number, outcome: DriverOutcome): void => answers[call - 1]?.(outcome),
  };
};

describe('a till that locked while a machine was at work', () => {
  test.each([APPROVED, DECLINED, CANCELED])(
    'J3: keeps the next payment open, whatever the late answer is: %j',
    async (late) => {
      const till = await createTill();
      const machine = createSlowMachine();
      const first = payByCard(till, machine);
      await machine.asked(1);
      // Whoever signs in has the machine asked: it took the money.
      expect((await recoverOpen(till, machine))?.ok).toBe(true);
      const second = payByCard(till, machine, { orderId: 'b' });
      await machine.asked(2);
      machine.answer(1, late);
      await first;
      expect(await openPayment(till.store)).toMatchObject({ orderId: 'b', givenUp: null });
      expect(await typesOf(till)).toEqual([
        'payment.requested',
        'sale.completed',
        'payment.requested',
      ]);
      machine.answer(2, APPROVED);
      expect((await second).ok).toBe(true);
      expect(await openPayment(till.store)).toBeNull();
    },
  );

  test('J3: has on record what was taken after all, though it was told that it was not', async () => {
    const till = await createTill();
    const machine = createSlowMachine();
    const first = payByCard(till, machine);
    await machine.asked(1);
    machine.knows(CANCELED);
    expect((await recoverOpen(till, machine))?.ok).toBe(false);
    machine.answer(1, APPROVED);
    expect((await first).ok).toBe(true);
    expect((await till.store.view.order('a'))?.payments).toMatchObject([{ amount: 10_000 }]);
  });

  test('J3: has a part on record that was taken after all, though it was told that it was not', async () => {
    const till = await createTill();
    const machine = createSlowMachine();
    const part = payPartByCard(till, machine, 3000);
    await machine.asked(1);
    machine.knows(CANCELED);
    expect((await recoverOpen(till, machine))?.ok).toBe(false);
    machine.answer(1, APPROVED);
    expect(await part).toEqual(fail({ type: 'already_done' }));
    expect((await journalOf(till.store.ledger)).at(-1)).toMatchObject({
      type: 'payment.resolved',
      payload: { outcome: 'approved' },
    });
    // Whoever was told that it was not taken hears that it was.
    expect(await openPayment(till.store)).toMatchObject({ amount: 3000, givenUp: {} });
  });

  /** A card is told as canceled, the next customer's is asked, and then the first approves after all. */
  const lateBeside = async (ask: (till: TestTill, machine: AtTill) => Promise<unknown>) => {
    const till = await createTill();
    const machine = createSlowMachine();
    const late = ask(till, machine);
    await machine.asked(1);
    machine.knows(CANCELED);
    expect((await recoverOpen(till, machine))?.ok).toBe(false);
    const next = payByCard(till, machine, { orderId: 'b' });
    await machine.asked(2);
    machine.answer(1, APPROVED);
    await late;
    return { till, machine, next };
  };

  test.each([
    ['a part', (till: TestTill, machine: AtTill) => payPartByCard(till, machine, 10_000 - 1)],
    [
      'all of what can be sold no more',
      (till: TestTill, machine: AtTill) => payByCard(till, machine, soldOnce()),
    ],
  ])(
    'J3: tells at the till of %s that was taken after all, beside the payment that is open',
    async (_, ask) => {
      const { till, machine, next } = await lateBeside(ask);
      const { store } = till;
      expect(await openPayment(store)).toMatchObject({ orderId: 'b', givenUp: null });
      const untold = await untoldAt(till);
      expect(untold).toMatchObject({ orderId: 'a', givenUp: { reference: 'RRN 77' } });
      // Told once, however often the machine tells.
      expect(await giveUpPayment(store, ACTOR, untold, 'RRN 77')).toEqual(
        fail({ type: 'already_done' }),
      );
      expect(await acknowledgePayment(store, ACTOR, untold)).toEqual(ok(false));
      expect(await untoldPayment(store)).toBeNull();
      machine.answer(2, APPROVED);
      expect((await next).ok).toBe(true);
      const resolved = (await typesOf(till)).filter((type) => type === 'payment.resolved');
      expect(resolved).toHaveLength(2);
    },
  );

  test('J3: what was to be told when the till stopped is on record before somebody has understood it', async () => {
    const { till, machine, next } = await lateBeside((at, one) => payPartByCard(at, one, 3000));
    const { store } = till;
    const untold = await untoldAt(till);
    const noted = { ...untold, paymentId: 'noted' };
    await acknowledgePayment(store, ACTOR, untold);
    await keepGivenUp(store, noted);
    expect(await acknowledgePayment(store, ACTOR, noted)).toEqual(ok(false));
    expect((await journalOf(store.ledger)).at(-1)).toMatchObject({
      type: 'payment.resolved',
      payload: { paymentId: 'noted', outcome: 'approved' },
    });
    expect(await untoldPayment(store)).toBeNull();
    machine.answer(2, APPROVED);
    await next;
  });

  test('J3: keeps a part that was found to be taken, whatever the late answer is', async () => {
    const till = await createTill();
    const machine = createSlowMachine();
    const part = payPartByCard(till, machine, 3000);
    await machine.asked(1);
    expect(await recoverOpen(till, machine)).toEqual(ok(null));
    machine.answer(1, DECLINED);
    expect(await part).toEqual(fail({ type: 'already_done' }));
    expect(await amountsTaken(till)).toEqual([3000]);
    expect(await typesOf(till)).toEqual(['payment.requested']);
  });

  /** A card pays 30.00, the next is asked for the rest and heard as canceled; its late answer is to come. */
  const secondCanceled = async () => {
    const till = await createTill();
    const machine = createSlowMachine();
    const part = payPartByCard(till, machine, 3000);
    await machine.asked(1);
    machine.answer(1, APPROVED);
    await part;
    const rest = payByCard(till, machine, { amount: minor(7000) });
    await machine.asked(2);
    machine.knows(CANCELED);
    expect((await recoverOpen(till, machine))?.ok).toBe(false);
    return { till, machine, rest };
  };

  test('J3: a second card that is approved late completes what a part of is paid', async () => {
    const { till, machine, rest } = await secondCanceled();
    machine.answer(2, APPROVED);
    expect(await rest).toMatchObject({
      ok: true,
      value: { payload: { payments: [{ amount: 3000 }, { amount: 7000 }] } },
    });
    expect(await openPayment(till.store)).toBeNull();
  });

  test('J3: a second card that is approved late pays nothing with a part that was given back since', async () => {
    const { till, machine, rest } = await secondCanceled();
    const { paymentId = '' } = (await openPayment(till.store)) ?? {};
    expect((await giveUpPart(till.store, ACTOR, { orderId: 'a', paymentId })).ok).toBe(true);
    machine.answer(2, APPROVED);
    expect(await rest).toEqual(fail({ type: 'already_done' }));
    expect((await typesOf(till)).filter((type) => type === 'sale.completed')).toEqual([]);
    const owed = (await journalOf(till.store.ledger)).filter(
      ({ type, payload }) => type === 'payment.resolved' && payload.outcome === 'approved',
    );
    expect(owed).toHaveLength(2);
  });

  test('J3: a part that was given back meanwhile stays given back', async () => {
    const till = await createTill();
    const machine = createSlowMachine();
    const part = payPartByCard(till, machine, 3000);
    await machine.asked(1);
    expect(await recoverOpen(till, machine)).toEqual(ok(null));
    const { paymentId = '' } = (await openPayment(till.store)) ?? {};
    expect((await giveUpPart(till.store, ACTOR, { orderId: 'a', paymentId })).ok).toBe(true);
    machine.answer(1, APPROVED);
    expect(await part).toEqual(fail({ type: 'already_done' }));
    expect(await amountsTaken(till)).toEqual([]);
    expect((await openPayment(till.store))?.givenUp).not.toBeNull();
  });

  test('J3: writes a refund down once', async () => {
    const till = await createTill();
    const machine = createSlowMachine();
    const { driver, asked, answer } = machine;
    const act = { type: 'return' as const, input: teaBack(await soldAt(till, 'card')) };
    const first = refundByMachine(till.store, ACTOR, { driver, act });
    await asked(1);
    expect((await recoverGiven(till, machine))?.ok).toBe(true);
    answer(1, APPROVED);
    expect(await first).toEqual(fail({ type: 'already_done' }));
    const types = (await journalOf(till.store.ledger)).map(({ type }) => type);
    expect(types).toEqual(['sale.completed', 'refund.requested', 'return.completed']);
  });
});

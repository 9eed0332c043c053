import { describe, expect, test } from 'vitest';
import { minor } from '#shared/kernel/money.ts';
import { createMachineDesk, type MachineDesk, type MachineQuestion } from './machine-desk.ts';
import type { PaymentMachine } from './payment-machine.ts';
import { createSimulatedMachine, type MachineEntry } from './simulated-machine.ts';
import { createWiredDriver } from './wired-driver.ts';

const REQUEST = {
  paymentId: 'p',
  tender: 'qr',
  amount: minor(10_000),
  currency: 'KZT',
  by: 'simulated',
} as const;

const patiently = (): Promise<void> => new Promise(() => undefined);

/** A simulated machine whose customer has not decided yet. */
const waiting = (pause = patiently) => {
  let book: readonly MachineEntry[] = [];
  let asked = (_: (outcome: 'approved') => void): void => undefined;
  const decide = new Promise<(outcome: 'approved') => void>((resolve) => {
    asked = resolve;
  });
  const machine = createSimulatedMachine({
    memory: {
      read: async () => book,
      write: async (entries) => {
        book = entries;
      },
    },
    choose: () =>
      new Promise((resolve) => {
        asked(resolve);
      }),
    codeOf: ({ paymentId }) => `pay:${paymentId}`,
  });
  const desk = createMachineDesk();
  const driver = createWiredDriver(machine, desk, pause);
  return {
    machine,
    desk,
    driver,
    book: () => book,
    decided: async () => (await decide)('approved'),
  };
};

/** A machine that has no line any more. */
const silent = (desk = createMachineDesk()) => {
  const broken = async (): Promise<never> => {
    throw new Error('no line');
  };
  const machine: PaymentMachine = {
    pay: broken,
    ask: broken,
    cancel: broken,
    refund: broken,
    askRefund: broken,
  };
  return { desk, driver: createWiredDriver(machine, desk, patiently) };
};

/** The question that is on the screen. */
const questionAt = async (desk: MachineDesk, paymentId: string): Promise<MachineQuestion> => {
  await expect.poll(() => desk.view()).toMatchObject({ type: 'question', id: paymentId });
  const view = desk.view();
  return view?.type === 'question' ? view : expect.fail('nothing is asked');
};

describe('a machine with a wire', () => {
  test('shows the customer what to scan until it has the money', async () => {
    const { desk, driver, decided } = waiting();
    const paid = driver.pay(REQUEST);
    expect(desk.view()).toMatchObject({ type: 'at_work', code: 'pay:p', amount: 10_000 });
    await decided();
    expect(await paid).toEqual({ type: 'approved', reference: 'SIM p' });
    expect(desk.view()).toBeNull();
  });

  test('J3: given up it says what came of it, and an id that it gave up it never charges', async () => {
    const { desk, driver, machine, book } = waiting();
    const paid = driver.pay(REQUEST);
    await new Promise((resolve) => setImmediate(resolve));
    const view = desk.view();
    if (view?.type === 'at_work') view.giveUp?.();
    expect(await paid).toEqual({ type: 'canceled' });
    expect(await machine.pay(REQUEST, { onCode: () => undefined })).toEqual({ type: 'canceled' });
    expect(book()).toMatchObject([{ id: 'p', outcome: 'canceled' }]);
  });

  test('J3: an id that it says it never had, it refuses from then on', async () => {
    const { driver, machine } = waiting();
    expect(await driver.ask(REQUEST)).toEqual({ type: 'canceled' });
    expect(await machine.pay(REQUEST, { onCode: () => undefined })).toEqual({ type: 'canceled' });
  });

  test('J3: that does not answer in time is unknown, whatever it does later', async () => {
    const { driver } = waiting(async () => undefined);
    expect(await driver.pay(REQUEST)).toEqual({ type: 'unknown' });
  });

  test('J3: that is silent leaves it to the cashier to look, or to have it asked again', async () => {
    const { desk, driver } = silent();
    expect(await driver.pay(REQUEST)).toEqual({ type: 'unknown' });
    const asked = driver.ask(REQUEST);
    await new Promise((resolve) => setImmediate(resolve));
    const view = desk.view();
    expect(view).toMatchObject({ type: 'question', isSilent: true, afterwards: true });
    if (view?.type === 'question') view.answer({ type: 'approved', reference: null });
    expect(await asked).toEqual({ type: 'approved', reference: null });
  });
  test('J3: one answer serves the till that was locked meanwhile and whoever signed in and asks about the same', async () => {
    const { desk, driver } = silent();
    const before = driver.ask(REQUEST);
    await questionAt(desk, 'p');
    const since = driver.ask(REQUEST);
    (await questionAt(desk, 'p')).answer({ type: 'approved', reference: '1234' });
    expect(await Promise.all([before, since])).toEqual([
      { type: 'approved', reference: '1234' },
      { type: 'approved', reference: '1234' },
    ]);
    expect(desk.view()).toBeNull();
    // A machine that stays silent has its cashier asked no second time.
    expect(await driver.ask(REQUEST)).toEqual({ type: 'approved', reference: '1234' });
  });

  test('J3: asked again, it is asked about again', async () => {
    const { desk, driver } = silent();
    const asked = driver.ask(REQUEST);
    (await questionAt(desk, 'p')).answer({ type: 'unknown' });
    expect(await asked).toEqual({ type: 'unknown' });
    const again = driver.ask(REQUEST);
    (await questionAt(desk, 'p')).answer({ type: 'declined' });
    expect(await again).toEqual({ type: 'declined' });
  });

  test('J3: questions about two payments wait for each other, and each has its own answer', async () => {
    const { desk, driver } = silent();
    const first = driver.ask(REQUEST);
    const stale = await questionAt(desk, 'p');
    const second = driver.ask({ ...REQUEST, paymentId: 'next' });
    await new Promise((resolve) => setImmediate(resolve));
    expect(desk.view()).toMatchObject({ id: 'p' });
    stale.answer({ type: 'declined' });
    expect(await first).toEqual({ type: 'declined' });
    const newer = await questionAt(desk, 'next');
    // Pressed twice, the first is not an answer to the second.
    stale.answer({ type: 'declined' });
    newer.answer({ type: 'approved', reference: null });
    expect(await second).toEqual({ type: 'approved', reference: null });
  });

  test('J3: silent past its time, it puts its question over no payment that is under way since', async () => {
    const { desk, driver, decided } = waiting();
    const paid = driver.pay({ ...REQUEST, paymentId: 'newer' });
    const { driver: older } = silent(desk);
    const asked = older.ask(REQUEST);
    await new Promise((resolve) => setImmediate(resolve));
    expect(desk.view()).toMatchObject({ type: 'at_work', id: 'newer', code: 'pay:newer' });
    await decided();
    expect(await paid).toMatchObject({ type: 'approved' });
    (await questionAt(desk, 'p')).answer({ type: 'canceled' });
    expect(await asked).toEqual({ type: 'canceled' });
  });
});

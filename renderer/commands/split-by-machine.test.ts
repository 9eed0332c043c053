import { describe, expect, test } from 'vitest';
import { minor } from '#shared/kernel/money.ts';
import { fail, ok } from '#shared/kernel/result.ts';
import { ACTOR, createTill, type TestTill } from '../store/till.fixture.ts';
import { amountsTaken, type AtTill, payByCard, payPartByCard } from './by-machine.fixture.ts';
import { closeShift } from './close-shift.ts';
import { completeRest } from './complete-rest.ts';
import { recoverPayment } from './conclude-payment.ts';
import { openShift } from './open-shift.ts';
import { forgetPayment } from './end-payment.ts';
import { giveUpPart } from './keep-part.ts';
import { openPayment } from './open-payment.ts';
import {
  APPROVED,
  CANCELED,
  createMachine,
  DECLINED,
  sellIn,
  typesOf,
} from './payment-machine.fixture.ts';

const payRest = (till: TestTill, machine: AtTill, amount: number) =>
  payByCard(till, machine, { amount: minor(amount) });

const present = <Value>(value: Value | null): Value => {
  if (value === null) throw new Error('nothing is open');
  return value;
};

describe('several machines pay one sale', () => {
  test('J3: each part is on disk before the next is asked for, and one operation carries them all', async () => {
    const till = await createTill();
    const machine = createMachine(APPROVED);
    expect(await payPartByCard(till, machine, 3000)).toEqual(ok(null));
    expect(await payPartByCard(till, machine, 2000)).toEqual(ok(null));
    expect(await amountsTaken(till)).toEqual([3000, 2000]);
    expect(await payRest(till, machine, 5000)).toMatchObject({
      ok: true,
      value: { payload: { payments: [{ amount: 3000 }, { amount: 2000 }, { amount: 5000 }] } },
    });
    expect(await openPayment(till.store)).toBeNull();
    expect(machine.paid.map(({ amount }) => amount)).toEqual([3000, 2000, 5000]);
  });

  test.each([
    ['declined', DECLINED],
    ['canceled', CANCELED],
  ])('J3: what was taken stays where the next card is %s, also after a crash', async (type, no) => {
    const till = await createTill();
    await payPartByCard(till, createMachine(APPROVED), 3000);
    expect(await payRest(till, createMachine(no), 7000)).toEqual(fail({ type: `payment_${type}` }));
    expect(await amountsTaken(till)).toEqual([3000]);
    const again = await till.restart();
    expect(await amountsTaken(again)).toEqual([3000]);
    expect((await payRest(again, createMachine(APPROVED), 7000)).ok).toBe(true);
    expect(await openPayment(again.store)).toBeNull();
  });

  test('a declined first part leaves nothing open', async () => {
    const till = await createTill();
    expect(await payPartByCard(till, createMachine(DECLINED), 3000)).toEqual(
      fail({ type: 'payment_declined' }),
    );
    expect(await openPayment(till.store)).toBeNull();
  });

  test('J3: a part whose answer a crash lost is asked about, and is a part', async () => {
    const till = await createTill();
    const machine = createMachine(APPROVED);
    const cut = { ...machine.driver, pay: async () => Promise.reject(new Error('off')) };
    const charged = payPartByCard(till, { ...machine, driver: cut }, 3000);
    await expect(charged).rejects.toThrow('off');
    const again = await till.restart();
    const open = present(await openPayment(again.store));
    await machine.driver.pay(open);
    const { driver } = machine;
    const recovered = await recoverPayment(again.store, ACTOR, open, { driver, ...sellIn() });
    expect(recovered).toEqual(ok(null));
    expect(await amountsTaken(again)).toEqual([3000]);
    expect(await typesOf(again)).toEqual(['payment.requested']);
  });

  /** What a cashier takes in cash for what is left. */
  const payCash = async (till: TestTill, { driver }: AtTill, amount: number) =>
    completeRest<{ readonly type: string }>(till.store, ACTOR, {
      open: present(await openPayment(till.store)),
      driver,
      offers: [{ id: 'cash', tender: 'cash', tendered: minor(amount), reference: null }],
      ...sellIn(),
    });

  test('the rest in cash completes it', async () => {
    const till = await createTill();
    const machine = createMachine(APPROVED);
    await payPartByCard(till, machine, 3000);
    expect(await payCash(till, machine, 8000)).toMatchObject({
      ok: true,
      value: { payload: { payments: [{ amount: 3000 }, { amount: 7000, change: 1000 }] } },
    });
    expect(await openPayment(till.store)).toBeNull();
  });

  test('J3: a machine whose answer the disk lost is asked before cash is taken, and what another took stays in sight', async () => {
    const till = await createTill();
    const machine = createMachine(APPROVED);
    await payPartByCard(till, machine, 3000);
    const cut = { ...machine.driver, pay: async () => Promise.reject(new Error('off')) };
    await expect(payRest(till, { ...machine, driver: cut }, 7000)).rejects.toThrow('off');
    expect(await amountsTaken(till)).toEqual([3000]);
    expect(await payCash(till, machine, 7000)).toEqual(fail({ type: 'payment_canceled' }));
    expect(await amountsTaken(till)).toEqual([3000]);
    expect((await payCash(till, machine, 7000)).ok).toBe(true);
  });

  test('J3: of two presses at once one asks a machine', async () => {
    const till = await createTill();
    const machine = createMachine(APPROVED);
    const ended = await Promise.all([
      payPartByCard(till, machine, 3000),
      payRest(till, machine, 10_000),
    ]);
    expect(machine.paid).toHaveLength(1);
    expect(ended).toContainEqual(fail({ type: 'payment_open' }));
  });

  test('J3: a part of one order is not given up for a payment of another', async () => {
    const till = await createTill();
    const machine = createMachine(APPROVED);
    await payPartByCard(till, machine, 3000);
    expect(await payByCard(till, machine, { orderId: 'b' })).toEqual(
      fail({ type: 'payment_open' }),
    );
    expect(await amountsTaken(till)).toEqual([3000]);
  });

  test('R2: no shift is closed meanwhile', async () => {
    const till = await createTill();
    await openShift(till.store, { ...ACTOR, shiftId: null }, { float: minor(0) });
    const cashier = { ...ACTOR, shiftId: till.store.view.shift()?.shiftId ?? null };
    await payPartByCard(till, createMachine(APPROVED), 3000);
    expect(await closeShift(till.store, cashier, { note: '' })).toEqual(
      fail({ type: 'payment_open' }),
    );
  });

  test('J3: a part that is given back is owed, on record and told; the others stay', async () => {
    const till = await createTill();
    const machine = createMachine(APPROVED);
    await payPartByCard(till, machine, 3000);
    await payPartByCard(till, machine, 2000);
    const [first] = machine.paid;
    const paymentId = first?.paymentId ?? '';
    expect((await giveUpPart(till.store, ACTOR, { orderId: 'a', paymentId })).ok).toBe(true);
    const told = present(await openPayment(till.store));
    expect(told).toMatchObject({ amount: 3000, givenUp: { reference: 'RRN 77' } });
    await forgetPayment(till.store, told);
    expect(await amountsTaken(till)).toEqual([2000]);
    expect(await giveUpPart(till.store, ACTOR, { orderId: 'a', paymentId })).toEqual(
      fail({ type: 'already_done' }),
    );
    expect((await payRest(till, machine, 8000)).ok).toBe(true);
    expect((await typesOf(till)).filter((type) => type === 'payment.resolved')).toHaveLength(1);
  });

  test('J3: parts of a basket that nobody has any more are owed back, one after the other', async () => {
    const till = await createTill();
    const machine = createMachine(APPROVED);
    await payPartByCard(till, machine, 3000);
    await payPartByCard(till, machine, 2000);
    const { driver } = machine;
    for (const amount of [2000, 3000]) {
      const open = present(await openPayment(till.store));
      const ended = await recoverPayment(till.store, ACTOR, open, { driver, ...sellIn() });
      expect(ended).toEqual(fail({ type: 'payment_without_sale' }));
      const told = present(await openPayment(till.store));
      expect(told.amount).toBe(amount);
      await forgetPayment(till.store, told);
    }
    expect(await openPayment(till.store)).toBeNull();
    expect((await typesOf(till)).filter((type) => type === 'payment.resolved')).toHaveLength(2);
  });

  test('more than is due is refused before a machine is asked', async () => {
    const till = await createTill();
    const machine = createMachine(APPROVED);
    await payPartByCard(till, machine, 3000);
    expect(await payRest(till, machine, 8000)).toEqual(
      fail({ type: 'change_only_from_cash', over: 1000 }),
    );
    expect(machine.paid).toHaveLength(1);
    expect(await amountsTaken(till)).toEqual([3000]);
  });
});

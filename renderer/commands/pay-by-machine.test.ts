import { describe, expect, test } from 'vitest';
import { minor } from '#shared/kernel/money.ts';
import { fail } from '#shared/kernel/result.ts';
import type { Operation } from '#shared/operations/operation.ts';
import type { DriverOutcome } from '../host/payment-driver.ts';
import { createMemoryLedger } from '../store/memory-ledger.ts';
import { AT, createTill } from '../store/till.fixture.ts';
import { payByCard, recoverOpen, stopsAt, stopsUpTo, whenDone } from './by-machine.fixture.ts';
import { forgetPayment } from './end-payment.ts';
import { openPayment } from './open-payment.ts';
import {
  APPROVED,
  CANCELED,
  createDyingLedger,
  createMachine,
  DECLINED,
  journalOf,
  type Machine,
  sellIn,
  typesOf,
} from './payment-machine.fixture.ts';

describe('payByMachine', () => {
  test('J3: the intent is durable before the machine is asked, and the sale carries the money', async () => {
    const till = await createTill();
    const machine = createMachine(APPROVED);
    const before: string[][] = [];
    const { driver } = machine;
    const watched: Machine = {
      ...machine,
      driver: {
        ...driver,
        pay: async (request) => {
          before.push(await typesOf(till));
          return driver.pay(request);
        },
      },
    };
    expect(await payByCard(till, watched)).toMatchObject({
      ok: true,
      value: {
        type: 'sale.completed',
        payload: { payments: [{ tender: 'card', amount: 10_000, reference: 'RRN 77', change: 0 }] },
      },
    });
    expect(before).toEqual([['payment.requested']]);
    expect(await typesOf(till)).toEqual(['payment.requested', 'sale.completed']);
    expect(await openPayment(till.store)).toBeNull();
  });

  test.each([
    ['declined', DECLINED],
    ['canceled', CANCELED],
  ])('J3: %s is on record, sells nothing and leaves nothing open', async (type, outcome) => {
    const till = await createTill();
    expect(await payByCard(till, createMachine(outcome))).toEqual(
      fail({ type: `payment_${type}` }),
    );
    const operations = await journalOf(till.store.ledger);
    expect(operations).toMatchObject([
      { type: 'payment.requested' },
      { type: 'payment.resolved', payload: { outcome: type } },
    ]);
    expect(await openPayment(till.store)).toBeNull();
  });

  test('J3: an answer that is lost is asked for until it comes, and nothing is charged again', async () => {
    const till = await createTill();
    const machine = createMachine(APPROVED, 3);
    expect((await payByCard(till, machine)).ok).toBe(true);
    expect(machine.paid).toHaveLength(1);
  });

  test('J3: money that was taken for what can be sold no more is owed back, on record', async () => {
    const till = await createTill();
    const machine = createMachine(APPROVED);
    const { driver } = machine;
    // Another window sells the same basket while the machine is at work.
    const meanwhile: typeof driver.pay = async (request) => {
      const cash = {
        id: 'cash',
        tender: 'cash',
        tendered: minor(10_000),
        reference: null,
      } as const;
      await sellIn().complete(till.store, [cash], { pricedAt: AT });
      return driver.pay(request);
    };
    expect(await payByCard(till, { ...machine, driver: { ...driver, pay: meanwhile } })).toEqual(
      fail({ type: 'already_done' }),
    );
    expect(await journalOf(till.store.ledger)).toMatchObject([
      { type: 'payment.requested' },
      { type: 'sale.completed' },
      { type: 'payment.resolved', payload: { outcome: 'approved', reference: 'RRN 77' } },
    ]);
    expect(await openPayment(till.store)).toMatchObject({
      amount: 10_000,
      givenUp: { reference: 'RRN 77' },
    });
  });

  test('J1: a machine that is no till asks no card machine for money', async () => {
    const till = await createTill();
    await till.store.ledger.writeLocal('identity', null);
    const machine = createMachine(APPROVED);
    expect(await payByCard(till, machine)).toEqual(fail({ type: 'till_not_enrolled' }));
    expect(machine.paid).toEqual([]);
  });
});

describe('J3: after a crash at any write the card is charged once and what it paid for is sold once', () => {
  const outcomes: [string, DriverOutcome, number][] = [
    ['approved', APPROVED, 0],
    ['approved, the answer lost', APPROVED, 1],
    ['declined', DECLINED, 0],
    ['declined, the answer lost', DECLINED, 1],
    ['canceled', CANCELED, 0],
    ['canceled, the answer lost', CANCELED, 1],
  ];
  const WRITES = 4;

  const expectSettled = (operations: readonly Operation[], machine: Machine): void => {
    const requested = operations.filter(({ type }) => type === 'payment.requested');
    const resolved = operations.flatMap((operation) =>
      operation.type === 'payment.resolved' ? [operation.payload.outcome] : [],
    );
    const paidFor = operations.flatMap((operation) =>
      operation.type === 'sale.completed' ? operation.payload.payments : [],
    );
    const isTaken = machine.paid.length > 0 && resolved.length === 0;
    expect(machine.paid.length).toBeLessThanOrEqual(1);
    expect(requested.length).toBeLessThanOrEqual(1);
    expect(paidFor).toHaveLength(isTaken ? 1 : 0);
    expect(resolved).not.toContain('approved');
  };

  test.each(outcomes)('%s', async (_, outcome, answersLost) => {
    for (const stop of stopsUpTo(WRITES)) {
      const memory = createMemoryLedger();
      const disk = createDyingLedger(memory);
      const till = await createTill(disk.ledger);
      const machine = createMachine(outcome, answersLost);
      await stopsAt(disk, stop, () => payByCard(till, machine));

      const again = await createTill(memory);
      await recoverOpen(again, machine);
      expectSettled(await journalOf(memory), machine);
      const sold = await again.store.view.order('a');
      const isPaid = outcome === APPROVED && machine.paid.length > 0;
      expect(sold?.payments.map(({ reference }) => reference) ?? []).toEqual(
        isPaid ? ['RRN 77'] : [],
      );
      expect(await openPayment(again.store)).toBeNull();
    }
  });

  test('there are no more writes than were tried', async () => {
    for (const outcome of [APPROVED, DECLINED]) {
      const disk = createDyingLedger(createMemoryLedger());
      const till = await createTill(disk.ledger);
      const before = disk.writes();
      await payByCard(till, createMachine(outcome));
      expect(disk.writes() - before).toBe(WRITES);
    }
  });
});

describe('a payment that is still open when the next begins', () => {
  /** The disk fails at the write after the machine took the money, and works again. */
  const openByFailure = async (machine: Machine) => {
    const memory = createMemoryLedger();
    let isBroken = false;
    const till = await createTill({
      ...memory,
      append: (operation) =>
        isBroken ? Promise.reject(new Error('disk full')) : memory.append(operation),
    });
    const breaking = whenDone(machine, async () => {
      isBroken = true;
    });
    await expect(payByCard(till, breaking)).rejects.toThrow('disk full');
    isBroken = false;
    return till;
  };

  test('J3: of the same order takes its place: the card is not charged again', async () => {
    const machine = createMachine(APPROVED);
    const till = await openByFailure(machine);
    expect(await payByCard(till, machine)).toMatchObject({
      ok: true,
      value: { type: 'sale.completed', payload: { payments: [{ reference: 'RRN 77' }] } },
    });
    expect(machine.paid).toHaveLength(1);
    expect(await typesOf(till)).toEqual(['payment.requested', 'sale.completed']);
  });

  test('J3: of another order is settled first, and told before anything else is charged', async () => {
    const machine = createMachine(APPROVED);
    const till = await openByFailure(machine);
    expect(await payByCard(till, machine, { orderId: 'b' })).toEqual(
      fail({ type: 'payment_without_sale' }),
    );
    expect(machine.paid).toHaveLength(1);
    expect(await journalOf(till.store.ledger)).toMatchObject([
      { type: 'payment.requested', payload: { orderId: 'a' } },
      { type: 'payment.resolved', payload: { orderId: 'a', outcome: 'approved' } },
    ]);
    expect(await payByCard(till, machine, { orderId: 'b' })).toEqual(
      fail({ type: 'payment_without_sale' }),
    );
    const told = await openPayment(till.store);
    if (told) await forgetPayment(till.store, told);
    expect((await payByCard(till, machine, { orderId: 'b' })).ok).toBe(true);
    expect(machine.paid).toHaveLength(2);
    expect(await typesOf(till)).toEqual([
      'payment.requested',
      'payment.resolved',
      'payment.requested',
      'sale.completed',
    ]);
  });

  test('J3: is none any more once its sale is on the disk', async () => {
    const memory = createMemoryLedger();
    const disk = createDyingLedger(memory);
    const till = await createTill(disk.ledger);
    const machine = createMachine(APPROVED);
    await stopsAt(disk, { write: 4, isKept: false }, () => payByCard(till, machine));
    const again = await createTill(memory);
    expect(await openPayment(again.store)).toBeNull();
    expect((await payByCard(again, machine, { orderId: 'b' })).ok).toBe(true);
    expect(await typesOf(again)).toEqual([
      'payment.requested',
      'sale.completed',
      'payment.requested',
      'sale.completed',
    ]);
  });
});

import { expect } from 'vitest';
import { minor } from '#shared/kernel/money.ts';
import type { Result } from '#shared/kernel/result.ts';
import type { Operation } from '#shared/operations/operation.ts';
import type { PaymentDriver } from '../host/payment-driver.ts';
import { ACTOR, type TestTill } from '../store/till.fixture.ts';
import { openPayment } from './open-payment.ts';
import { partlyPaid, partsTaken } from './payment-parts.ts';
import { openRefund } from './open-refund.ts';
import { recoverPayment } from './conclude-payment.ts';
import { type PayByMachineInput, payByMachine, payPartByMachine } from './pay-by-machine.ts';
import { type createDyingLedger, sellIn } from './payment-machine.fixture.ts';
import { recoverRefund } from './recover-refund.ts';

/** A machine as the till sees it. */
export type AtTill = { readonly driver: PaymentDriver };

type Problem = { readonly type: string };

/** A card pays 100.00 for a tea, order `a`, where nothing else is said. */
export const payByCard = (
  { store }: TestTill,
  { driver }: AtTill,
  said: Partial<PayByMachineInput<Problem>> = {},
): Promise<Result<Operation, Problem>> =>
  payByMachine<Problem>(store, ACTOR, {
    driver,
    tender: 'card',
    orderId: 'a',
    amount: minor(10_000),
    currency: 'KZT',
    pricedAt: store.now(),
    ...sellIn(said.orderId),
    ...said,
  });

/** So much of the 100.00 for the tea, order `a`. */
export const payPartByCard = (
  { store }: TestTill,
  { driver }: AtTill,
  amount: number,
): Promise<Result<Operation | null, Problem>> =>
  payPartByMachine<Problem>(store, ACTOR, {
    driver,
    tender: 'card',
    orderId: 'a',
    amount: minor(amount),
    due: minor(10_000),
    currency: 'KZT',
    pricedAt: store.now(),
    ...sellIn(),
  });

/** What machines took of order `a`, of which the rest is to be paid yet; minor units. */
export const amountsTaken = async ({ store }: TestTill): Promise<number[]> => {
  const open = await partlyPaid(store, 'a');
  return open ? partsTaken(open).map(({ tendered }) => tendered) : [];
};

/** What became of the payment that is open, for these goods; null = none is. */
export const recoverOpen = async (
  { store }: TestTill,
  { driver }: AtTill,
  skus?: readonly string[],
): Promise<Result<Operation | null, Problem> | null> => {
  const open = await openPayment(store);
  if (!open) return null;
  const sell = sellIn(open.orderId, skus);
  return recoverPayment<Problem>(store, ACTOR, open, { driver, ...sell });
};

/** What became of the refund that is open; null = none is. */
export const recoverGiven = async (
  { store }: TestTill,
  { driver }: AtTill,
): Promise<Result<Operation, Problem> | null> => {
  const open = await openRefund(store);
  return open && recoverRefund(store, driver, open);
};

/** A machine that has done what it was asked when this happens, before the till hears of it. */
export const whenDone = ({ driver }: AtTill, happens: () => Promise<void>): AtTill => ({
  driver: {
    ...driver,
    pay: async (request) => {
      const outcome = await driver.pay(request);
      await happens();
      return outcome;
    },
    refund: async (request) => {
      const outcome = await driver.refund(request);
      await happens();
      return outcome;
    },
  },
});

type Disk = Pick<ReturnType<typeof createDyingLedger>, 'dieAt'>;

/** Where a till stops: at which write of what it does, and whether that one is on the disk. */
export type Stop = { readonly write: number; readonly isKept: boolean };

export const stopsUpTo = (writes: number): Stop[] =>
  Array.from({ length: writes }, (_, before) => before + 1).flatMap((write) => [
    { write, isKept: false },
    { write, isKept: true },
  ]);

/** The till stops while it does this, and its disk works again afterwards. */
export const stopsIn = async (disk: Disk, act: Promise<unknown>): Promise<void> => {
  await expect(act).rejects.toThrow('the machine is off');
  disk.dieAt(Number.POSITIVE_INFINITY, true);
};

/** As `stopsIn`, at that write. */
export const stopsAt = (
  disk: Disk,
  { write, isKept }: Stop,
  act: () => Promise<unknown>,
): Promise<void> => {
  disk.dieAt(write, isKept);
  return stopsIn(disk, act());
};

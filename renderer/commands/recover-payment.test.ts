import { describe, expect, test } from 'vitest';
import { goods, promotion } from '#shared/domain/baskets.fixture.ts';
import { minor } from '#shared/kernel/money.ts';
import { fail } from '#shared/kernel/result.ts';
import { createMemoryLedger } from '../store/memory-ledger.ts';
import { AT, createTill } from '../store/till.fixture.ts';
import { payByCard, recoverOpen, stopsAt, stopsUpTo } from './by-machine.fixture.ts';
import { forgetPayment } from './end-payment.ts';
import { openPayment } from './open-payment.ts';
import { APPROVED, createDyingLedger, createMachine, typesOf } from './payment-machine.fixture.ts';

describe('a payment that a crash left open', () => {
  /** A tea costs half as much in the minute in which the card was asked. */
  const HALF = promotion({
    id: 'half',
    offer: { type: 'percent', goods: goods({ skus: ['TEA'] }), rate: 5000 },
    startsAt: AT,
    endsAt: '2026-01-02T11:01:00.000Z',
  });

  /** The till stops when the machine has taken 50.00 for the tea; minutes later it is started again. */
  const stopped = async (skus: readonly string[] = ['TEA']) => {
    const memory = createMemoryLedger();
    const disk = createDyingLedger(memory);
    const machine = createMachine(APPROVED);
    const first = await createTill(disk.ledger);
    await first.pull('references:ONE', { half: { type: 'promotion', value: HALF } });
    await stopsAt(disk, { write: 2, isKept: true }, () =>
      payByCard(first, machine, { amount: minor(5000) }),
    );
    // The machine had the amount typed in, and took it.
    await machine.driver.pay((await openPayment(first.store)) ?? expect.fail('no open payment'));
    first.clock.now = '2026-01-02T11:30:00.000Z';
    const till = await first.restart();
    return { till, disk, machine, skus };
  };

  const recovered = ({ till, machine, skus }: Awaited<ReturnType<typeof stopped>>) =>
    recoverOpen(till, machine, skus);

  test('J3: completes the sale at the prices at which it was asked', async () => {
    const crash = await stopped();
    expect(await recovered(crash)).toMatchObject({
      ok: true,
      value: { payload: { totals: { total: 5000 }, payments: [{ amount: 5000 }] } },
    });
    expect(await openPayment(crash.till.store)).toBeNull();
  });

  test('J3: of a basket that costs something else now is told until it is understood', async () => {
    const crash = await stopped(['TEA', 'MILK']);
    const { till } = crash;
    expect((await recovered(crash))?.ok).toBe(false);
    expect(await openPayment(till.store)).toMatchObject({
      amount: 5000,
      askedAt: AT,
      givenUp: { reference: 'RRN 77' },
    });
    // Asked again at the next sign-in: nothing is doubled, the machine is left alone.
    expect(await recovered({ ...crash, till: await till.restart() })).toEqual(
      fail({ type: 'payment_without_sale' }),
    );
    expect(await typesOf(till)).toEqual(['payment.requested', 'payment.resolved']);
    const told = await openPayment(till.store);
    if (told) await forgetPayment(till.store, told);
    expect(await openPayment(till.store)).toBeNull();
  });

  test('J3: is on record as given up, wherever the till stops again', async () => {
    for (const stop of stopsUpTo(2)) {
      const crash = await stopped(['TEA', 'MILK']);
      await stopsAt(crash.disk, stop, () => recovered(crash));
      const till = await crash.till.restart();
      expect((await recovered({ ...crash, till }))?.ok).toBe(false);
      expect(await typesOf(till)).toEqual(['payment.requested', 'payment.resolved']);
      expect((await openPayment(till.store))?.givenUp).not.toBeNull();
    }
  });
});

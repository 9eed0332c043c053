import { describe, expect, test } from 'vitest';
import { goods, promotion } from '#shared/domain/baskets.fixture.ts';
import type { Basket } from '#shared/domain/pricing/basket.ts';
import { minor } from '#shared/kernel/money.ts';
import { fail, type Result } from '#shared/kernel/result.ts';
import type { Operation } from '#shared/operations/operation.ts';
import { createMemoryLedger } from '../store/memory-ledger.ts';
import { ACTOR, AT, basketOf, createTill, type TestTill } from '../store/till.fixture.ts';
import { completeSale } from './complete-sale.ts';
import { openPayment } from './open-payment.ts';
import { payByMachine, recoverPayment } from './pay-by-machine.ts';
import {
  APPROVED,
  createDyingLedger,
  createMachine,
  type Machine,
  sellIn,
  typesOf,
} from './payment-machine.fixture.ts';

const charge = (
  till: TestTill,
  { driver }: Pick<Machine, 'driver'>,
  sell = sellIn(),
): Promise<Result<Operation, { readonly type: string }>> =>
  payByMachine<{ readonly type: string }>(till.store, ACTOR, {
    driver,
    tender: 'card',
    orderId: 'a',
    amount: minor(10_000),
    currency: 'KZT',
    pricedAt: AT,
    ...sell,
  });

const recover = async ({ store }: TestTill, { driver }: Machine) => {
  const open = (await openPayment(store)) ?? expect.fail('no open payment');
  return recoverPayment<{ readonly type: string }>(store, ACTOR, open, { driver, ...sellIn() });
};

const selling = (basket: Basket): ReturnType<typeof sellIn> => ({
  complete: (till, offers, price) =>
    completeSale(till, ACTOR, { orderId: 'a', basket, customerId: null, offers, ...price }),
});

describe('what a card is to pay for', () => {
  test.each([
    ['serial', 'https://warranty.example/check?imei=356938035643809&model=GT-5&lot=20260102-AA'],
    ['batch', 'B'.repeat(65)],
    ['mark', 'M'.repeat(301)],
    ['note', 'N'.repeat(201)],
  ])('J3: is not asked for when its %s could not be written down', async (name, text) => {
    const till = await createTill();
    const machine = createMachine(APPROVED);
    const { lines, ...others } = basketOf('TEA');
    const basket = {
      ...others,
      lines: lines.map((line) => ({ ...line, particulars: { [name]: text } })),
    };
    expect(await charge(till, machine, selling(basket))).toEqual(
      fail({ type: 'not_recordable', at: `/payload/lines/0/particulars/${name}` }),
    );
    expect(machine.paid).toEqual([]);
    expect(await typesOf(till)).toEqual([]);
    expect(await openPayment(till.store)).toBeNull();
  });

  test('J3: is not asked for when what pays the rest could not be written down', async () => {
    const till = await createTill();
    const machine = createMachine(APPROVED);
    const asked = await payByMachine<{ readonly type: string }>(till.store, ACTOR, {
      driver: machine.driver,
      tender: 'card',
      orderId: 'a',
      amount: minor(4000),
      currency: 'KZT',
      pricedAt: AT,
      beside: [
        { id: 'gift', tender: 'gift_card', tendered: minor(6000), reference: 'G'.repeat(101) },
      ],
      ...sellIn(),
    });
    expect(asked).toMatchObject({ ok: false, problem: { type: 'not_recordable' } });
    expect(machine.paid).toEqual([]);
  });

  test('J3: is on record however long the machine names the payment', async () => {
    const till = await createTill();
    const machine = createMachine({ type: 'approved', reference: `RRN ${'7'.repeat(200)}` });
    expect((await charge(till, machine)).ok).toBe(true);
    expect((await till.store.view.order('a'))?.payments[0]?.reference).toMatch(/^RRN 7+…7+$/);
  });
});

describe('a promotion that head office changes while a card is asked', () => {
  const half = (rate: number) =>
    promotion({
      id: 'half',
      offer: { type: 'percent', goods: goods({ skus: ['TEA'] }), rate },
      startsAt: '2026-01-02T00:00:00.000Z',
      endsAt: '2026-01-09T00:00:00.000Z',
    });
  const pull = (till: TestTill, rate: number) =>
    till.pull('references:ONE', { half: { type: 'promotion', value: half(rate) } });

  const meanwhile = (machine: Machine, act: () => Promise<void>): Pick<Machine, 'driver'> => ({
    driver: {
      ...machine.driver,
      pay: async (request) => {
        const outcome = await machine.driver.pay(request);
        await act();
        return outcome;
      },
    },
  });

  test('J3: that begins before then changes nothing: the price that was agreed is paid', async () => {
    const till = await createTill();
    const machine = createMachine(APPROVED);
    const sold = await charge(
      till,
      meanwhile(machine, () => pull(till, 5000)),
    );
    expect(sold).toMatchObject({ ok: true, value: { payload: { totals: { total: 10_000 } } } });
  });

  test('J3: that made the price of before makes it still', async () => {
    const till = await createTill();
    await pull(till, 5000);
    const machine = createMachine(APPROVED);
    const { driver } = meanwhile(machine, () => pull(till, 1000));
    const sold = await payByMachine<{ readonly type: string }>(till.store, ACTOR, {
      driver,
      tender: 'card',
      orderId: 'a',
      amount: minor(5000),
      currency: 'KZT',
      pricedAt: AT,
      ...sellIn(),
    });
    expect(sold).toMatchObject({ ok: true, value: { payload: { totals: { total: 5000 } } } });
  });

  test('J3: nor does it after a crash', async () => {
    const disk = createDyingLedger(createMemoryLedger());
    const first = await createTill(disk.ledger);
    const machine = createMachine(APPROVED);
    const off = meanwhile(machine, async () => disk.dieAt(1, false));
    await expect(charge(first, off)).rejects.toThrow('the machine is off');
    disk.dieAt(Number.POSITIVE_INFINITY, true);
    const till = await first.restart();
    await pull(till, 5000);
    expect(await recover(till, machine)).toMatchObject({
      ok: true,
      value: { payload: { totals: { total: 10_000 } } },
    });
  });
});

import { describe, expect, test } from 'vitest';
import { goods, promotion } from '#shared/domain/baskets.fixture.ts';
import type { Basket } from '#shared/domain/pricing/basket.ts';
import { minor } from '#shared/kernel/money.ts';
import { fail } from '#shared/kernel/result.ts';
import { createMemoryLedger } from '../store/memory-ledger.ts';
import { ACTOR, basketOf, createTill, type TestTill } from '../store/till.fixture.ts';
import { payByCard, recoverOpen, stopsIn, whenDone } from './by-machine.fixture.ts';
import { completeSale } from './complete-sale.ts';
import { openPayment } from './open-payment.ts';
import type { PayByMachineInput } from './pay-by-machine.ts';
import { APPROVED, createDyingLedger, createMachine, typesOf } from './payment-machine.fixture.ts';

const selling = (
  basket: Basket,
): Pick<PayByMachineInput<{ readonly type: string }>, 'complete'> => ({
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
    expect(await payByCard(till, machine, selling(basket))).toEqual(
      fail({ type: 'not_recordable', at: `/payload/lines/0/particulars/${name}` }),
    );
    expect(machine.paid).toEqual([]);
    expect(await typesOf(till)).toEqual([]);
    expect(await openPayment(till.store)).toBeNull();
  });

  test('J3: is not asked for when what pays the rest could not be written down', async () => {
    const till = await createTill();
    const machine = createMachine(APPROVED);
    const asked = await payByCard(till, machine, {
      amount: minor(4000),
      beside: [
        { id: 'gift', tender: 'gift_card', tendered: minor(6000), reference: 'G'.repeat(101) },
      ],
    });
    expect(asked).toMatchObject({ ok: false, problem: { type: 'not_recordable' } });
    expect(machine.paid).toEqual([]);
  });

  test('J3: is on record however long the machine names the payment', async () => {
    const till = await createTill();
    const machine = createMachine({ type: 'approved', reference: `RRN ${'7'.repeat(200)}` });
    expect((await payByCard(till, machine)).ok).toBe(true);
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

  test('J3: that begins before then changes nothing: the price that was agreed is paid', async () => {
    const till = await createTill();
    const machine = createMachine(APPROVED);
    const sold = await payByCard(
      till,
      whenDone(machine, () => pull(till, 5000)),
    );
    expect(sold).toMatchObject({ ok: true, value: { payload: { totals: { total: 10_000 } } } });
  });

  test('J3: that made the price of before makes it still', async () => {
    const till = await createTill();
    await pull(till, 5000);
    const machine = createMachine(APPROVED);
    const changed = whenDone(machine, () => pull(till, 1000));
    const sold = await payByCard(till, changed, { amount: minor(5000) });
    expect(sold).toMatchObject({ ok: true, value: { payload: { totals: { total: 5000 } } } });
  });

  test('J3: nor does it after a crash', async () => {
    const disk = createDyingLedger(createMemoryLedger());
    const first = await createTill(disk.ledger);
    const machine = createMachine(APPROVED);
    const off = whenDone(machine, async () => disk.dieAt(1, false));
    await stopsIn(disk, payByCard(first, off));
    const till = await first.restart();
    await pull(till, 5000);
    expect(await recoverOpen(till, machine)).toMatchObject({
      ok: true,
      value: { payload: { totals: { total: 10_000 } } },
    });
  });
});

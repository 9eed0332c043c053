import { describe, expect, test } from 'vitest';
import { dueOf } from '#shared/domain/order/balance.ts';
import type { Offer } from '#shared/domain/payment/settle.ts';
import { minor } from '#shared/kernel/money.ts';
import { fail } from '#shared/kernel/result.ts';
import type { DriverOutcome } from '../host/payment-driver.ts';
import { staffReference } from '../store/people.fixture.ts';
import { ACTOR, AT, basketOf, createTill, type TestTill, webOrder } from '../store/till.fixture.ts';
import { type AtTill, whenDone } from './by-machine.fixture.ts';
import { completeReturnAct } from './complete-return-act.ts';
import { handOverPaid, payWholeOrder } from './hand-over-paid.ts';
import { payOrderByMachine } from './hand-over-by-machine.ts';
import { openPayment } from './open-payment.ts';
import { APPROVED, createMachine, DECLINED, typesOf } from './payment-machine.fixture.ts';
import { soldAt, teaBack } from './returns.fixture.ts';

/** A machine that does this, and a disk that keeps nothing of what it says. */
const unheard = (outcome: DriverOutcome) => {
  const machine = createMachine(outcome);
  const lost = whenDone(machine, () => Promise.reject(new Error('the disk is full')));
  return { ...machine, lost };
};

const paidInCash = (amount: number, id = 'cash'): { offers: Offer[]; byMachine: null } => ({
  offers: [{ id, tender: 'cash', tendered: minor(amount), reference: null }],
  byMachine: null,
});

const byCard = (amount: number) => ({
  offers: [],
  byMachine: { tender: 'card' as const, amount: minor(amount) },
});

const order = webOrder('w', 'TEA', 'CAKE');
const due = dueOf(order);
const CODE = { orderId: 'w', proof: { type: 'code' } } as const;

const withOrder = async (): Promise<TestTill> => {
  const till = await createTill();
  await till.pull('orders:ONE', { w: order });
  return till;
};

const paidOf = async ({ store }: TestTill, id = 'w') =>
  (await store.view.order(id))?.payments.map(({ tender, amount }) => [tender, amount]).toSorted();

describe('goods of a web order are paid in cash while a card was asked, and nobody heard what it took', () => {
  const give = (
    { store }: TestTill,
    { driver }: AtTill,
    paying: ReturnType<typeof byCard> | ReturnType<typeof paidInCash>,
    actor = ACTOR,
  ) => handOverPaid(store, actor, { driver, order, paying, input: CODE });

  test('J3: the card pays, and the goods leave', async () => {
    const till = await withOrder();
    const { lost, driver } = unheard(APPROVED);
    await expect(give(till, lost, byCard(due))).rejects.toThrow('the disk is full');
    expect(await give(till, { driver }, paidInCash(due))).toMatchObject({
      ok: true,
      value: { type: 'pickup.handedOver', payload: { payments: [{ tender: 'card' }] } },
    });
    expect(await paidOf(till)).toEqual([['card', due]]);
    expect(await openPayment(till.store)).toBeNull();
  });

  test('J3: a card that took nothing is said, then the cash pays', async () => {
    const till = await withOrder();
    const { lost, driver } = unheard(DECLINED);
    await expect(give(till, lost, byCard(due))).rejects.toThrow('the disk is full');
    expect(await give(till, { driver }, paidInCash(due))).toEqual(
      fail({ type: 'payment_declined' }),
    );
    expect((await give(till, { driver }, paidInCash(due))).ok).toBe(true);
    expect(await paidOf(till)).toEqual([['cash', due]]);
  });

  test('J3: a card that took a part pays it, and the cash the rest, with its change', async () => {
    const till = await withOrder();
    const { lost, driver } = unheard(APPROVED);
    const part = { driver: lost.driver, tender: 'card', order, amount: minor(5000) } as const;
    const asked = payOrderByMachine(till.store, ACTOR, { ...part, isPart: true });
    await expect(asked).rejects.toThrow('the disk is full');
    expect(await give(till, { driver }, paidInCash(due))).toMatchObject({
      ok: true,
      value: { payload: { payments: [{ amount: due - 5000, change: 5000 }] } },
    });
    expect(await typesOf(till)).toEqual(['payment.requested', 'order.paid', 'pickup.handedOver']);
  });

  test('J3: what a card took pays the order, though whoever asks now may not hand it over', async () => {
    const till = await withOrder();
    await till.pull('references:ONE', {
      'staff:aigerim': staffReference('aigerim', 'cashier'),
      'staff:saule': staffReference('saule', 'manager'),
    });
    const { lost, driver } = unheard(APPROVED);
    const proof = { type: 'document', name: 'ID 1' } as const;
    const input = { orderId: 'w', proof };
    const approved = { ...ACTOR, approvedBy: 'saule' };
    const cut = { driver: lost.driver, order, paying: byCard(due), input };
    const press = { driver, order, paying: paidInCash(due), input };
    await expect(handOverPaid(till.store, approved, cut)).rejects.toThrow('the disk is full');
    expect(await handOverPaid(till.store, ACTOR, press)).toEqual(fail({ type: 'manager_needed' }));
    expect(await paidOf(till)).toEqual([['card', due]]);
    expect(await openPayment(till.store)).toBeNull();
  });
});

describe('a web order is paid while a card was asked for a part, and nobody heard what it took', () => {
  const start = async () => {
    const till = await withOrder();
    const { lost, driver } = unheard(APPROVED);
    const pay = (paying: ReturnType<typeof byCard> | ReturnType<typeof paidInCash>) =>
      payWholeOrder(till.store, ACTOR, { driver, order, paying });
    const ask = async (amount: number): Promise<void> => {
      const charge = { driver: lost.driver, tender: 'card', order, amount: minor(amount) } as const;
      const asked = payOrderByMachine(till.store, ACTOR, { ...charge, isPart: true });
      await expect(asked).rejects.toThrow('the disk is full');
    };
    return { till, pay, ask };
  };

  test('J3: the card pays its part and the cash the rest', async () => {
    const { till, pay, ask } = await start();
    await ask(5000);
    expect((await pay(paidInCash(due))).ok).toBe(true);
    expect(await paidOf(till)).toEqual([
      ['card', 5000],
      ['cash', due - 5000],
    ]);
  });

  test('J3: where the card took all of it no cash is taken', async () => {
    const { till, pay, ask } = await start();
    await ask(due);
    expect(await pay(paidInCash(due))).toMatchObject({
      ok: true,
      value: { payload: { payments: [{ tender: 'card', amount: due }] } },
    });
    expect(await paidOf(till)).toEqual([['card', due]]);
  });
});

test('J3: an exchange that is paid in cash is paid by the card that was asked before, and of which nobody heard', async () => {
  const till = await createTill();
  const { lost, driver } = unheard(APPROVED);
  const back = { ...teaBack(await soldAt(till)), refunds: [] };
  const done = (one: AtTill, paying: ReturnType<typeof byCard> | ReturnType<typeof paidInCash>) =>
    completeReturnAct(till.store, ACTOR, {
      driver: one.driver,
      act: {
        type: 'exchange',
        input: {
          ...back,
          orderId: 'new',
          basket: basketOf('JAM', 'BUN'),
          pricedAt: AT,
          offers: paying.offers,
        },
      },
      dueByMachine: paying.byMachine,
    });
  await expect(done(lost, byCard(10_000))).rejects.toThrow('the disk is full');
  expect((await done({ driver }, paidInCash(10_000))).ok).toBe(true);
  expect(await typesOf(till)).toEqual([
    'sale.completed',
    'payment.requested',
    'exchange.completed',
  ]);
  expect(await paidOf(till, 'new')).toContainEqual(['card', 10_000]);
  expect(await openPayment(till.store)).toBeNull();
});

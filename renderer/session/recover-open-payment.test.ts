import { describe, expect, test } from 'vitest';
import { dueOf } from '#shared/domain/order/balance.ts';
import { minor } from '#shared/kernel/money.ts';
import { fail } from '#shared/kernel/result.ts';
import { units } from '#shared/kernel/quantity.ts';
import { closeShift } from '../commands/close-shift.ts';
import { completeSale } from '../commands/complete-sale.ts';
import { countDrawer } from '../commands/drawer-counts.ts';
import { type AtTill, whenDone } from '../commands/by-machine.fixture.ts';
import { handOverByMachine } from '../commands/hand-over-by-machine.ts';
import { forgetPayment } from '../commands/end-payment.ts';
import { openPayment } from '../commands/open-payment.ts';
import { requestPayment } from '../commands/request-payment.ts';
import { openShift } from '../commands/open-shift.ts';
import { payByMachine } from '../commands/pay-by-machine.ts';
import { APPROVED, createMachine, DECLINED } from '../commands/payment-machine.fixture.ts';
import {
  ACTOR,
  AT,
  createTill,
  product,
  SETTINGS,
  type TestTill,
  webOrder,
} from '../store/till.fixture.ts';
import { openBasketStore } from './basket-store.ts';
import { addProduct } from './open-basket.ts';
import { recoverOpenPayment } from './recover-open-payment.ts';
import { createSessionStore } from './session-store.ts';

const PRICE = { anyone: minor(10_000), buyer: minor(10_000) };

/** A till whose cashier has opened a shift with an empty drawer. */
const inShift = async () => {
  const till = await createTill();
  await openShift(till.store, { ...ACTOR, shiftId: null }, { float: minor(0) });
  return { till, actor: { ...ACTOR, shiftId: till.store.view.shift()?.shiftId ?? null } };
};

/** The power goes when the machine has taken the money. */
const cutWhenDone = (machine: AtTill): AtTill =>
  whenDone(machine, () => Promise.reject(new Error('power cut')));

/** The till is switched on again, and nobody signed in. */
const onAgain = async (first: TestTill, { driver }: AtTill) => {
  const { store } = await first.restart();
  return {
    store,
    driver,
    session: createSessionStore(),
    basket: await openBasketStore(store),
  };
};

/** 100.00 is in the drawer and a card was asked for the other 100.00 when the power went; the till is on again, nobody signed in. */
const cutOff = async (outcome = APPROVED) => {
  const { till: first, actor } = await inShift();
  const open = await openBasketStore(first.store);
  open.getState().change((one) => addProduct(one, product('TEA'), units(2), SETTINGS, PRICE));
  const { orderId, ...basket } = open.getState().basket;
  const machine = createMachine(outcome);
  const asked = payByMachine<{ readonly type: string }>(first.store, actor, {
    ...cutWhenDone(machine),
    tender: 'card',
    orderId,
    amount: minor(10_000),
    currency: 'KZT',
    pricedAt: AT,
    beside: [{ id: 'cash', tender: 'cash', tendered: minor(10_000), reference: null }],
    seller: { ...actor, approvedBy: 'saule' },
    complete: (at, offers, price) =>
      completeSale(at, actor, { orderId, basket, customerId: null, offers, ...price }),
  });
  await expect(asked).rejects.toThrow('power cut');
  return { till: await onAgain(first, machine), actor, orderId };
};

describe('a shift with a payment that is open', () => {
  test('R2, R3: is not closed before its money is in it', async () => {
    const { till, actor, orderId } = await cutOff();
    await countDrawer(till.store, actor, { pieces: [] });
    expect(await closeShift(till.store, actor, { note: 'empty' })).toEqual(
      fail({ type: 'payment_open' }),
    );
    expect(await recoverOpenPayment(till)).toBe(orderId);
    await countDrawer(till.store, actor, { pieces: [{ value: minor(10_000), pieces: 1 }] });
    expect(await closeShift(till.store, actor, { note: '' })).toMatchObject({
      ok: true,
      value: { payload: { expected: 10_000, difference: 0 } },
    });
  });

  test('R3, R6: has the sale by who sold it with whose leave, also when nobody is signed in', async () => {
    const { till, actor, orderId } = await cutOff();
    expect(till.session.getState().signedIn).toBeNull();
    await recoverOpenPayment(till);
    const operations = await till.store.ledger.read('ONE-01_1', 0, 100);
    const sold = operations.find(({ text }) => text.includes('"type":"sale.completed"'));
    expect(JSON.parse(sold?.text ?? '{}')).toMatchObject({
      staffId: actor.staffId,
      shiftId: actor.shiftId,
      approvedBy: 'saule',
      payload: { orderId },
    });
    expect(till.basket.getState().basket.lines).toEqual([]);
  });

  test('R2, R3: is closed or has the payment, never both, when both are begun at once', async () => {
    const { till, actor } = await inShift();
    const { store } = till;
    await countDrawer(store, actor, { pieces: [] });
    const asked = {
      paymentId: 'p',
      orderId: 'a',
      tender: 'card',
      by: 'confirmed',
      currency: 'KZT',
      amount: minor(10_000),
      pricedAt: AT,
      askedAt: AT,
      beside: [],
    } as const;
    const close = () => closeShift(store, actor, { note: '' });
    const [requested, refused] = await Promise.all([requestPayment(store, actor, asked), close()]);
    expect([requested.ok, refused]).toEqual([true, fail({ type: 'payment_open' })]);
    await forgetPayment(store, asked);
    const [closed, late] = await Promise.all([close(), requestPayment(store, actor, asked)]);
    expect([closed.ok, late]).toEqual([true, fail({ type: 'shift_closed' })]);
    expect(await openPayment(store)).toBeNull();
  });

  test('R5: closes once the machine says that it took nothing', async () => {
    const { till, actor } = await cutOff(DECLINED);
    expect(await recoverOpenPayment(till)).toBeNull();
    expect(await openPayment(till.store)).toBeNull();
    await countDrawer(till.store, actor, { pieces: [] });
    expect((await closeShift(till.store, actor, { note: '' })).ok).toBe(true);
  });
});

describe('a card that was asked to pay for some of a web order when the power went', () => {
  test('J3: has paid for a part of it, and the rest is due', async () => {
    const first = await createTill();
    const order = webOrder('w', 'TEA', 'MILK');
    await first.pull('orders:ONE', { w: order });
    const machine = createMachine(APPROVED);
    const asked = handOverByMachine(first.store, ACTOR, {
      ...cutWhenDone(machine),
      tender: 'card',
      order,
      amount: minor(10_000),
      input: {
        orderId: 'w',
        proof: { type: 'code' },
        parts: [{ lineId: '1', quantity: units(1) }],
      },
    });
    await expect(asked).rejects.toThrow('power cut');
    const till = await onAgain(first, machine);
    expect(await recoverOpenPayment(till)).toBe('w');
    const known = await till.store.view.order('w');
    expect(known?.payments).toMatchObject([{ tender: 'card', amount: 10_000 }]);
    expect(known && dueOf(known)).toBe(10_000);
    expect(await openPayment(till.store)).toBeNull();
  });
});

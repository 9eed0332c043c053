import { describe, expect, test } from 'vitest';
import type { ParkedBasket } from '#shared/domain/basket/schema.ts';
import { minor } from '#shared/kernel/money.ts';
import { fail } from '#shared/kernel/result.ts';
import { units } from '#shared/kernel/quantity.ts';
import { addProduct, emptyBasket, type OpenBasket, withNotes } from '../session/open-basket.ts';
import { parkedContent, recalledBasket } from '../session/parked-content.ts';
import { ACTOR, AT, createTill, product, SETTINGS, type TestTill } from '../store/till.fixture.ts';
import { requestPayment } from './request-payment.ts';
import { discardBasket, parkBasket, recallBasket } from './park-basket.ts';

const PRICE = { anyone: minor(10_000), buyer: minor(10_000) };

const DANA = { id: 'dana', name: 'Dana', phone: '+77000000000' };

const basket = (orderId: string): OpenBasket => ({
  ...['TEA', 'CAKE'].reduce(
    (open, sku) => addProduct(open, product(sku), units(1), SETTINGS, PRICE),
    emptyBasket(orderId, true),
  ),
  discount: { type: 'percent', rate: 1000, reason: 'goodwill' },
  customer: DANA,
  approval: { managerId: 'manager', limit: 1000 },
});

const park = ({ store }: TestTill, orderId = 'a') =>
  parkBasket(store, ACTOR, { basketId: orderId, content: parkedContent(basket(orderId)) });

const recall = ({ store }: TestTill, basketId = 'a') =>
  recallBasket(store, ACTOR, { basketId, nextOrderId: `next-${basketId}` });

const waiting = ({ store }: TestTill): string[] => store.view.parkedBaskets().map(({ id }) => id);

/** As the server has it, with what it heard of this till. */
const known = (till: TestTill, basketId: string, seen: number): ParkedBasket => {
  const found = till.store.view.parkedBaskets().find(({ id }) => id === basketId);
  return found ? { ...found, seen: { 'ONE-01_1': seen } } : expect.fail('nothing is parked');
};

describe('a basket that is parked', () => {
  test('J6: is there after a crash without any network, and goes on as another order', async () => {
    const till = await createTill();
    expect((await park(till)).ok).toBe(true);
    const again = await till.restart();
    const [parked] = again.store.view.parkedBaskets();
    if (!parked) throw new Error('nothing is parked');
    const { recalledFrom, ...next } = recalledBasket(parked, 'b', []);
    const { customer, recalledFrom: _, ...before } = basket('b');
    expect(next).toEqual({ ...before, customer: { id: customer?.id, name: '', phone: '' } });
    expect(recalledFrom).toBe('a');
    expect((await recall(again)).ok).toBe(true);
    expect(waiting(again)).toEqual([]);
    expect(waiting(await again.restart())).toEqual([]);
  });

  test('keeps what was written down with it and with its lines', async () => {
    const till = await createTill();
    const noted = withNotes(basket('a'), '2', { line: 'no sugar', sale: 'red coat' });
    await parkBasket(till.store, ACTOR, { basketId: 'a', content: parkedContent(noted) });
    const [parked] = till.store.view.parkedBaskets();
    if (!parked) throw new Error('nothing is parked');
    const next = recalledBasket(parked, 'b', []);
    expect(next.note).toBe('red coat');
    expect(next.lines.map(({ particulars }) => particulars?.note)).toEqual([undefined, 'no sugar']);
  });

  test('R7: is given up for a reason, and for how much stays on record', async () => {
    const till = await createTill();
    await park(till);
    const given = await discardBasket(till.store, ACTOR, { basketId: 'a', reason: 'not_back' });
    expect(given).toMatchObject({
      ok: true,
      value: {
        type: 'basket.discarded',
        staffId: ACTOR.staffId,
        payload: { basketId: 'a', lineCount: 2, amount: 18_000, reason: 'not_back' },
      },
    });
    expect(waiting(till)).toEqual([]);
    expect(await recall(till)).toEqual(fail({ type: 'basket_not_parked' }));
    expect(await discardBasket(till.store, ACTOR, { basketId: 'a', reason: 'other' })).toEqual(
      fail({ type: 'basket_not_parked' }),
    );
    expect(waiting(await till.restart())).toEqual([]);
  });

  test('J2: is parked once and recalled once, however often it is asked for', async () => {
    const till = await createTill();
    const both = await Promise.all([park(till), park(till)]);
    expect(both[1]).toEqual(fail({ type: 'already_done' }));
    const twice = await Promise.all([recall(till), recall(till)]);
    expect(twice.map(({ ok }) => ok)).toEqual([true, false]);
    expect(twice[1]).toEqual(fail({ type: 'basket_not_parked' }));
    expect(await recall(till, 'unknown')).toEqual(fail({ type: 'basket_not_parked' }));
  });

  test('S2: that another till recalled is gone when the server says so', async () => {
    const till = await createTill();
    await park(till, 'a');
    await park(till, 'b');
    const value = known(till, 'b', 2);
    await till.pull('statuses:ONE-01', {}, 2);
    await till.pull('references:ONE', { 'parkedBasket:b': { type: 'parkedBasket', value } }, 2);
    expect(waiting(till)).toEqual(['b']);
    await till.pull('references:ONE', { 'parkedBasket:b': null }, 2);
    expect(waiting(till)).toEqual([]);
    expect(await recall(till, 'b')).toEqual(fail({ type: 'basket_not_parked' }));
  });

  test('S2: that was recalled here stays so while the server has not heard of it', async () => {
    const till = await createTill();
    await park(till);
    const value = known(till, 'a', 1);
    await recall(till);
    await till.pull('statuses:ONE-01', {}, 1);
    await till.pull('references:ONE', { 'parkedBasket:a': { type: 'parkedBasket', value } }, 1);
    expect(waiting(till)).toEqual([]);
  });

  test('J3: is not put aside while a card machine is asked for its money', async () => {
    const till = await createTill();
    await requestPayment(till.store, ACTOR, {
      paymentId: 'p',
      orderId: 'a',
      tender: 'card',
      by: 'confirmed',
      currency: 'KZT',
      amount: minor(18_000),
      pricedAt: AT,
      askedAt: AT,
      beside: [],
    });
    expect(await park(till)).toEqual(fail({ type: 'payment_open' }));
    expect(waiting(till)).toEqual([]);
  });
});

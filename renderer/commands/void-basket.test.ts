import { expect, test } from 'vitest';
import { fail } from '#shared/kernel/result.ts';
import { units } from '#shared/kernel/quantity.ts';
import { ACTOR, basketOf, createTill, JOURNAL } from '../store/till.fixture.ts';
import { voidBasket, voidLine } from './void-basket.ts';

test('R7: a basket that is given up leaves who, how many lines, how much and why', async () => {
  const { store } = await createTill();
  expect(
    await voidBasket(store, ACTOR, {
      orderId: 'a',
      basket: basketOf('TEA', 'CAKE'),
      reason: 'cannot_pay',
    }),
  ).toMatchObject({
    ok: true,
    value: {
      type: 'basket.voided',
      staffId: ACTOR.staffId,
      payload: {
        orderId: 'a',
        lineCount: 2,
        currency: 'KZT',
        amount: 20_000,
        reason: 'cannot_pay',
      },
    },
  });
  expect(await store.view.order('a')).toBeNull();
});

test('R7: a line that is taken out leaves who, what, how much and why', async () => {
  const { store } = await createTill();
  expect(
    await voidLine(store, ACTOR, { orderId: 'a', basket: basketOf('TEA'), reason: 'mistake' }),
  ).toMatchObject({
    ok: true,
    value: {
      type: 'line.voided',
      staffId: ACTOR.staffId,
      payload: {
        orderId: 'a',
        sku: 'TEA',
        quantity: units(1),
        currency: 'KZT',
        amount: 10_000,
        reason: 'mistake',
      },
    },
  });
});

test('a till that knows no currency yet voids nothing', async () => {
  const till = await createTill();
  await till.pull('references:ONE', { 'settings:ONE': null });
  const { store } = till;
  const voided = { orderId: 'a', basket: basketOf('TEA'), reason: 'mistake' } as const;
  expect(await voidBasket(store, ACTOR, voided)).toEqual(fail({ type: 'settings_missing' }));
  expect(await voidLine(store, ACTOR, voided)).toEqual(fail({ type: 'settings_missing' }));
  expect(await store.ledger.head(JOURNAL)).toBeNull();
});

import { expect, test } from 'vitest';
import { minor } from '#shared/kernel/money.ts';
import { fail } from '#shared/kernel/result.ts';
import { ACTOR, AT, basketOf, createTill } from '../store/till.fixture.ts';
import { completeSale } from './complete-sale.ts';
import { reprintReceipt, reprintReturn } from './reprint-receipt.ts';

const cash = { id: 'paid', tender: 'cash', tendered: minor(20_000), reference: null } as const;

test('R7: each copy of a receipt is on record with its number, and changes nothing of the sale but that', async () => {
  const { store } = await createTill();
  await completeSale(store, ACTOR, {
    orderId: 'a',
    basket: basketOf('TEA'),
    customerId: null,
    offers: [cash],
    pricedAt: AT,
  });
  const before = await store.view.order('a');
  for (const copy of [1, 2])
    expect(await reprintReceipt(store, ACTOR, { orderId: 'a', locale: 'kk' })).toMatchObject({
      ok: true,
      value: {
        type: 'receipt.reprinted',
        staffId: ACTOR.staffId,
        payload: { orderId: 'a', number: before?.number, currency: 'KZT', copy, locale: 'kk' },
      },
    });
  const after = await store.view.order('a');
  expect(after?.reprints).toHaveLength(2);
  expect({ ...after, reprints: undefined, seen: before?.seen, updatedAt: AT }).toEqual({
    ...before,
    reprints: undefined,
    updatedAt: AT,
  });
});

test('two presses at once are two copies with two numbers', async () => {
  const { store } = await createTill();
  await completeSale(store, ACTOR, {
    orderId: 'a',
    basket: basketOf('TEA'),
    customerId: null,
    offers: [cash],
    pricedAt: AT,
  });
  const asked = { orderId: 'a', locale: 'en' } as const;
  const both = await Promise.all([
    reprintReceipt(store, ACTOR, asked),
    reprintReceipt(store, ACTOR, asked),
  ]);
  expect(
    both.map((one) => one.ok && one.value.type === 'receipt.reprinted' && one.value.payload.copy),
  ).toEqual([1, 2]);
});

test('what is not known here is not printed; a return is, without a number', async () => {
  const { store } = await createTill();
  expect(await reprintReceipt(store, ACTOR, { orderId: 'gone', locale: 'en' })).toEqual(
    fail({ type: 'order_unknown' }),
  );
  const returned = { number: 'ONE-01-R1', currency: 'KZT' } as const;
  expect(await reprintReturn(store, ACTOR, { returned, locale: 'uk' })).toMatchObject({
    ok: true,
    value: { payload: { orderId: null, number: 'ONE-01-R1', copy: null, locale: 'uk' } },
  });
});

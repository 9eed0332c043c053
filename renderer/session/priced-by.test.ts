import { describe, expect, test } from 'vitest';
import { minor } from '#shared/kernel/money.ts';
import { units } from '#shared/kernel/quantity.ts';
import type { PriceList } from '#shared/domain/pricing/price-list.ts';
import { promotion } from '#shared/domain/baskets.fixture.ts';
import { voidLine } from '../commands/void-basket.ts';
import { readSyncState, writeSyncState } from '../store/sync-state.ts';
import { ACTOR, AT, createTill, product, SETTINGS, type TestTill } from '../store/till.fixture.ts';
import { basketFor } from './choose-customer.ts';
import { addProduct, emptyBasket } from './open-basket.ts';

const MINUTE = 60_000;

const after = (minutes: number): string =>
  new Date(Date.parse(AT) + minutes * MINUTE).toISOString();

/** From five minutes on tea costs 80.00; and there is a promotion of 10 % from then on. */
const NEXT: PriceList = {
  id: 'next',
  name: 'Next',
  storeIds: null,
  channels: null,
  groupIds: null,
  startsAt: after(5),
  endsAt: null,
  prices: [{ sku: 'TEA', price: minor(8000) }],
};

const open = async (): Promise<TestTill> => {
  const till = await createTill();
  await till.pull('references:ONE', {
    next: { type: 'priceList', value: NEXT },
    off: { type: 'promotion', value: promotion({ id: 'off', startsAt: after(5) }) },
  });
  return till;
};

const meet = async ({ store, clock }: TestTill, clockOffset: number): Promise<void> => {
  const known = await readSyncState(store.ledger);
  await writeSyncState(store.ledger, { ...known, clockOffset, lastContactAt: clock.now });
  await store.time.read();
};

/** What tea costs in a basket whose customer is chosen now. */
const priceIn = async ({ store }: TestTill): Promise<number | undefined> => {
  const price = { anyone: minor(10_000), buyer: minor(10_000) };
  const basket = addProduct(emptyBasket('a', true), product('TEA'), units(1), SETTINGS, price);
  const staff = { id: 'dana', name: 'Dana', phone: '', groupIds: ['staff'] };
  const parts = { ...store, catalog: { product: async () => product('TEA') } };
  return (await basketFor(parts, basket, staff)).lines[0]?.unitPrice;
};

const voided = async ({ store }: TestTill): Promise<unknown> => {
  const basket = addProduct(emptyBasket('a', true), product('TEA'), units(1), SETTINGS, {
    anyone: minor(10_000),
    buyer: minor(10_000),
  });
  const done = await voidLine(store, ACTOR, { orderId: 'a', basket, reason: 'mistake' });
  return done.ok ? done.value.payload : done.problem;
};

describe('R9 a till ten minutes off', () => {
  test.each([
    ['slow', 10],
    ['fast', -10],
  ])('R9, J7: which is %s changes prices at their minute', async (_, offset) => {
    const till = await open();
    // What the till’s own clock shows then.
    till.clock.now = after(4 - offset);
    await meet(till, offset * MINUTE);
    expect(await priceIn(till)).toBe(10_000);
    expect(await voided(till)).toMatchObject({ amount: 10_000 });
    till.clock.now = after(5 - offset);
    expect(await priceIn(till)).toBe(8000);
    expect(await voided(till)).toMatchObject({ amount: 9000 });
  });

  test('R9, J7: what ended stays so when the clock is set back', async () => {
    const till = await open();
    await meet(till, 0);
    till.clock.now = after(5);
    expect(await priceIn(till)).toBe(8000);
    till.clock.now = AT;
    expect(await priceIn(till)).toBe(8000);
  });
});

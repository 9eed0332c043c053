import { describe, expect, test } from 'vitest';
import { promotion } from '#shared/domain/baskets.fixture.ts';
import type { Offer } from '#shared/domain/payment/settle.ts';
import type { Basket } from '#shared/domain/pricing/basket.ts';
import { minor } from '#shared/kernel/money.ts';
import { quantity, units } from '#shared/kernel/quantity.ts';
import { fail } from '#shared/kernel/result.ts';
import { createMemoryLedger } from '../store/memory-ledger.ts';
import {
  ACTOR,
  AT,
  basketOf,
  createTill,
  JOURNAL,
  SETTINGS,
  type TestTill,
} from '../store/till.fixture.ts';
import { completeSale, type CompleteSaleInput } from './complete-sale.ts';

const cash = (tendered: number, id = 'paid'): Offer => ({
  id,
  tender: 'cash',
  tendered: minor(tendered),
  reference: null,
});

const card = (tendered: number): Offer => ({ ...cash(tendered, 'by-card'), tender: 'card' });

const sell = ({ store }: TestTill, more: Partial<CompleteSaleInput> = {}) =>
  completeSale(store, ACTOR, {
    orderId: 'a',
    basket: basketOf('TEA'),
    customerId: null,
    offers: [cash(20_000)],
    pricedAt: AT,
    ...more,
  });

const written = async ({ store: { ledger } }: TestTill): Promise<number> =>
  (await ledger.head(JOURNAL))?.seq ?? 0;

const dearer = (unitPrice: number): Basket => ({
  ...basketOf('TEA'),
  lines: basketOf('TEA').lines.map((line) => ({ ...line, unitPrice: minor(unitPrice) })),
});

describe('completeSale', () => {
  test('R1: cash is rounded to the coins of the country on that day, however fine the store was set up', async () => {
    const till = await createTill();
    const settings = { ...SETTINGS, currency: 'UAH', timeZone: 'Europe/Kyiv', cashIncrement: 1 };
    await till.pull('references:ONE', { 'settings:ONE': { type: 'settings', value: settings } });
    const roundedAt = async (now: string, orderId: string) => {
      till.clock.now = now;
      const basket = dearer(10_020);
      const sold = await sell(till, {
        orderId,
        basket,
        pricedAt: now,
        offers: [cash(11_000, orderId)],
      });
      if (!sold.ok || sold.value.type !== 'sale.completed') throw new Error('it was not sold');
      return sold.value.payload.totals.rounding;
    };
    expect(await roundedAt('2025-09-30T12:00:00.000Z', 'before')).toBe(0);
    expect(await roundedAt('2025-10-01T12:00:00.000Z', 'after')).toBe(-20);
    expect(await till.store.view.order('before')).toMatchObject({ totals: { rounding: 0 } });
  });

  test('J3: lines, money and goods are one operation; the receipt is there at once', async () => {
    const till = await createTill();
    expect(
      await sell(till, { basket: basketOf('TEA', 'CAKE'), offers: [cash(50_000)] }),
    ).toMatchObject({
      ok: true,
      value: {
        seq: 1,
        type: 'sale.completed',
        payload: {
          orderId: 'a',
          number: 'ONE-01-000001',
          currency: 'KZT',
          totals: { gross: 20_000, discount: 0, tax: 2_759, total: 20_000, rounding: 0 },
          payments: [
            { id: 'paid', tender: 'cash', amount: 20_000, tendered: 50_000, change: 30_000 },
          ],
        },
      },
    });
    expect(await till.store.view.order('a')).toMatchObject({ number: 'ONE-01-000001' });
    const stock = await till.store.view.stockLevels(['TEA', 'CAKE']);
    expect([...stock.values()].map(({ onHand }) => onHand)).toEqual([units(-1), units(-1)]);
  });

  test('J2: one basket is sold once, however often it is paid', async () => {
    const till = await createTill();
    const results = await Promise.all(
      ['1', '2', '3', '4', '5'].map((id) => sell(till, { offers: [cash(20_000, id)] })),
    );
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.filter(({ ok }) => !ok)).toEqual(
      Array.from({ length: 4 }, () => fail({ type: 'already_done' })),
    );
    expect(await written(till)).toBe(1);
    expect((await till.store.view.order('a'))?.payments).toHaveLength(1);
  });

  test('J2: a basket that was paid before a crash is not sold again', async () => {
    const till = await createTill();
    await sell(till);
    expect(await sell(await till.restart())).toEqual(fail({ type: 'already_done' }));
  });

  test('J4: a disk that fails sells nothing; the next try sells', async () => {
    const memory = createMemoryLedger();
    let isBroken = true;
    const till = await createTill({
      ...memory,
      append: (operation) =>
        isBroken ? Promise.reject(new Error('disk full')) : memory.append(operation),
    });
    await expect(sell(till)).rejects.toThrow('disk full');
    expect(await till.store.view.order('a')).toBeNull();
    isBroken = false;
    expect(await sell(till)).toMatchObject({ ok: true, value: { seq: 1 } });
  });

  test('R1: only cash is rounded, and the rounding is on record', async () => {
    const till = await createTill();
    const basket = dearer(10_049);
    expect(await sell(till, { orderId: 'cash', basket, offers: [cash(10_000)] })).toMatchObject({
      value: {
        payload: { totals: { total: 10_049, rounding: -49 }, payments: [{ amount: 10_000 }] },
      },
    });
    expect(await sell(till, { orderId: 'card', basket, offers: [card(10_049)] })).toMatchObject({
      value: { payload: { totals: { total: 10_049, rounding: 0 } } },
    });
    expect(
      await sell(till, { orderId: 'both', basket, offers: [card(9_000), cash(1_000)] }),
    ).toMatchObject({
      value: {
        payload: { totals: { rounding: -49 }, payments: [{ amount: 9_000 }, { amount: 1_000 }] },
      },
    });
  });

  test('R10: what the customer was told holds, though a promotion ended meanwhile', async () => {
    const till = await createTill();
    const teaTime = promotion({ id: 'tea-time', endsAt: AT });
    await till.pull('references', {
      'promotion:tea-time': { type: 'promotion', value: teaTime },
    });
    const pricedAt = '2026-01-02T10:59:59.000Z';
    expect(await sell(till, { pricedAt, offers: [cash(9_000)] })).toMatchObject({
      ok: true,
      value: { at: AT, payload: { totals: { discount: 1_000, total: 9_000 } } },
    });
  });

  test('J1: the number people read names till, generation and sequence', async () => {
    const till = await createTill();
    await till.store.journal.continueAs('ONE-01_2', { seq: 0, hash: '0'.repeat(64) });
    expect(await sell(till)).toMatchObject({ value: { payload: { number: 'ONE-01-2-000001' } } });
  });
});

describe('what is no sale is refused and writes nothing', () => {
  const noLines: Basket = { ...basketOf(), lines: [] };
  const ofQuantity = (count: number): Basket => ({
    ...basketOf('TEA'),
    lines: basketOf('TEA').lines.map((line) => ({ ...line, quantity: quantity(count) })),
  });

  test.each<[string, Partial<CompleteSaleInput>, unknown]>([
    ['an empty basket', { basket: noLines }, { type: 'basket_empty' }],
    [
      'a quantity of zero',
      { basket: ofQuantity(0) },
      { type: 'quantity_not_positive', lineId: '1' },
    ],
    [
      'a quantity below zero',
      { basket: ofQuantity(-1000) },
      { type: 'quantity_not_positive', lineId: '1' },
    ],
    ['too little cash', { offers: [cash(9_900)] }, { type: 'tender_short', missing: 100 }],
    ['no money at all', { offers: [] }, { type: 'tender_short', missing: 10_000 }],
    [
      'change out of a card',
      { offers: [card(10_001)] },
      { type: 'change_only_from_cash', over: 1 },
    ],
  ])('%s', async (_, more, problem) => {
    const till = await createTill();
    expect(await sell(till, more)).toEqual(fail(problem));
    expect(await written(till)).toBe(0);
  });

  test('P6: but a till that has just forgotten the state sells on, also after it is started again', async () => {
    const till = await createTill();
    await till.store.view.sink.reset();
    expect((await sell(await till.restart())).ok).toBe(true);
  });

  test('a till that knows no currency yet', async () => {
    const till = await createTill();
    await till.pull('references:ONE', { 'settings:ONE': null });
    expect(await sell(till)).toEqual(fail({ type: 'settings_missing' }));
    expect(await written(till)).toBe(0);
  });
});

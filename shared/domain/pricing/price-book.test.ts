import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { minor } from '#shared/kernel/money.ts';
import { checkPriceList } from './check-price-list.ts';
import { priceBook } from './price-book.ts';
import type { PriceList } from './price-list.ts';

const NOON = '2026-01-05T12:00:00.000Z';
const TEA = { sku: 'TEA', price: minor(1000), storePrices: { ONE: minor(950) } };

const list = (change: Partial<PriceList> = {}): PriceList => ({
  id: 'list',
  name: 'Prices',
  storeIds: null,
  channels: null,
  groupIds: null,
  startsAt: NOON,
  endsAt: null,
  prices: [{ sku: 'TEA', price: minor(800) }],
  ...change,
});

const at = (price: number): Pick<PriceList, 'prices'> => ({
  prices: [{ sku: 'TEA', price: minor(price) }],
});

const HERE = { storeId: 'ONE', channel: 'store' } as const;

describe('R9: a price by lists', () => {
  test('holds from its minute to its end, and then the product’s own does again', () => {
    const { priceOf } = priceBook([list({ endsAt: '2026-01-06T12:00:00.000Z' })], HERE);
    expect(priceOf(TEA, '2026-01-05T11:59:59.999Z')).toBe(950);
    expect(priceOf(TEA, NOON)).toBe(800);
    expect(priceOf(TEA, '2026-01-06T11:59:59.999Z')).toBe(800);
    expect(priceOf(TEA, '2026-01-06T12:00:00.000Z')).toBe(950);
    expect(priceOf({ ...TEA, sku: 'BUN' }, NOON)).toBe(950);
  });

  test('is of the store, the channel and the customer that it is meant for', () => {
    const lists = [
      list({ id: 'there', storeIds: ['TWO'], ...at(1) }),
      list({ id: 'web', channels: ['web'], ...at(2) }),
      list({ id: 'staff', groupIds: ['staff'], ...at(3) }),
    ];
    const { priceOf } = priceBook(lists, HERE);
    expect(priceOf(TEA, NOON)).toBe(950);
    expect(priceOf(TEA, NOON, ['staff'])).toBe(3);
    expect(priceBook(lists, { storeId: 'ONE', channel: 'web' }).priceOf(TEA, NOON)).toBe(2);
    expect(priceBook(lists, { storeId: 'TWO', channel: 'store' }).priceOf(TEA, NOON)).toBe(1);
  });

  test('is the narrowest, among equals the one that began last, however they were stored', () => {
    const lists = [
      list({ id: 'old', ...at(700) }),
      list({ id: 'new', startsAt: '2026-01-05T13:00:00.000Z', ...at(600) }),
      list({ id: 'own', storeIds: ['ONE'], startsAt: '2026-01-05T11:00:00.000Z', ...at(900) }),
    ];
    fc.assert(
      fc.property(fc.shuffledSubarray(lists, { minLength: 3 }), (stored) => {
        const { priceOf } = priceBook(stored, HERE);
        expect(priceOf(TEA, '2026-01-05T14:00:00.000Z')).toBe(900);
      }),
    );
    const { priceOf } = priceBook(lists.slice(0, 2), HERE);
    expect([priceOf(TEA, NOON), priceOf(TEA, '2026-01-05T13:00:00.000Z')]).toEqual([700, 600]);
  });
});

describe('a price list that contradicts itself', () => {
  test('is named with the place', () => {
    const two = [...at(1).prices, ...at(2).prices];
    expect(checkPriceList(list({ endsAt: NOON }))).toEqual({
      type: 'ends_before_start',
      at: '/endsAt',
    });
    expect(checkPriceList(list({ prices: two }))).toEqual({
      type: 'priced_twice',
      at: '/prices/0/sku',
    });
    expect(checkPriceList(list())).toBeNull();
  });
});

import { describe, expect, test } from 'vitest';
import { minor } from '#shared/kernel/money.ts';
import { channelDifferences, isOfChannels } from './channel-differences.ts';
import type { PriceList } from './price-list.ts';

const NOW = '2026-01-05T12:00:00.000Z';
const LATER = '2026-01-06T12:00:00.000Z';
const TEA = { sku: 'TEA', price: minor(1000), storePrices: { TWO: minor(1200) } };
const STORES = [
  { storeId: 'ONE', currency: 'KZT' },
  { storeId: 'TWO', currency: 'KZT' },
  { storeId: 'THREE', currency: 'KZT' },
] as const;
const OTHERS = ['store', 'app', 'phone', 'social', 'marketplace'];

const list = (change: Partial<PriceList> = {}): PriceList => ({
  id: 'web',
  name: 'Web prices',
  storeIds: null,
  channels: ['web'],
  groupIds: null,
  startsAt: '2026-01-01T00:00:00.000Z',
  endsAt: null,
  prices: [{ sku: 'TEA', price: minor(800) }],
  ...change,
});

const found = (...lists: readonly PriceList[]) => {
  const [first] = lists;
  return first ? channelDifferences(TEA, first, { lists, stores: STORES, now: NOW }) : [];
};

describe('R9: a difference between channels is told', () => {
  test('with both prices, and once for the stores in which it is the same', () => {
    expect(found(list())).toEqual([
      {
        at: null,
        currency: 'KZT',
        storeIds: ['ONE', 'THREE'],
        prices: [
          { price: 800, channels: ['web'] },
          { price: 1000, channels: OTHERS },
        ],
      },
      {
        at: null,
        currency: 'KZT',
        storeIds: ['TWO'],
        prices: [
          { price: 800, channels: ['web'] },
          { price: 1200, channels: OTHERS },
        ],
      },
    ]);
  });

  test('of a list that begins later, from when on', () => {
    const [difference] = found(list({ startsAt: LATER, storeIds: ['ONE'] }));
    expect(difference).toMatchObject({ at: LATER, storeIds: ['ONE'] });
  });

  test('that comes only when another list begins or ends while this one holds', () => {
    const same = { prices: [{ sku: 'TEA', price: minor(1000) }], storeIds: ['ONE'] };
    const dearer = list({
      id: 'all',
      channels: null,
      startsAt: LATER,
      prices: [{ sku: 'TEA', price: minor(1100) }],
    });
    expect(found(list(same))).toEqual([]);
    const [difference] = found(list(same), dearer);
    expect(difference).toMatchObject({ at: LATER, prices: [{ price: 1000 }, { price: 1100 }] });
    expect(found(list({ ...same, endsAt: LATER }), dearer)).toEqual([]);
  });

  test('for the customers whom a list is for', () => {
    const [difference] = found(list({ groupIds: ['staff'] }));
    expect(difference?.prices.map(({ price }) => price)).toEqual([800, 1000]);
  });

  test('and none where every channel asks the same, or another list counts more', () => {
    expect(
      found(list({ channels: ['web', 'store', 'app', 'phone', 'social', 'marketplace'] })),
    ).toEqual([]);
    expect(found(list({ prices: [{ sku: 'BUN', price: minor(1) }] }))).toEqual([]);
    const narrower = list({ id: 'own', storeIds: ['ONE', 'TWO', 'THREE'] });
    expect(found(list({ prices: [{ sku: 'TEA', price: minor(700) }] }), narrower)).toEqual([]);
  });

  test('only a list of some channels that is not over can make one', () => {
    expect(isOfChannels(list(), NOW)).toBe(true);
    expect(isOfChannels(list({ startsAt: LATER }), NOW)).toBe(true);
    expect(isOfChannels(list({ endsAt: NOW }), NOW)).toBe(false);
    expect(isOfChannels(list({ channels: null }), NOW)).toBe(false);
  });
});

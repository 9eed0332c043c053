import { Value } from 'typebox/value';
import { expect, test } from 'vitest';
import { PriceList } from '#shared/domain/pricing/price-list.ts';
import { minor } from '#shared/kernel/money.ts';
import { formOf, newForm, priceListOf, pricesOf, wrongLine } from './price-list-form.ts';

const ALMATY = 'Asia/Almaty';

const NOW = '2026-01-02T03:04:05.678Z';

test('prices are typed or pasted a product to a line, in whole units of money', () => {
  expect(pricesOf('TEA 12,50\n\n BUN\t1 000 \n')).toEqual([
    { sku: 'TEA', price: 1250 },
    { sku: 'BUN', price: 100_000 },
  ]);
  expect(wrongLine('TEA 12,50\n\nBUN')).toBe(3);
  expect(wrongLine('TEA 12,505')).toBe(1);
  expect(wrongLine('TEA 12,50\n')).toBeNull();
});

test('a list that is opened and saved with nothing changed is the same', () => {
  const list: PriceList = {
    id: 'l',
    name: 'New year',
    storeIds: ['ONE'],
    channels: ['web', 'app'],
    groupIds: ['staff'],
    startsAt: NOW,
    endsAt: '2026-02-01T00:00:00.000Z',
    prices: [{ sku: 'TEA', price: minor(1250) }],
  };
  expect(priceListOf(formOf(list, ALMATY))).toEqual(list);
  const open = { ...list, storeIds: null, channels: null, endsAt: null };
  expect(priceListOf(formOf(open, ALMATY))).toEqual(open);
});

test('a new one holds everywhere and for good, and is what the server takes', () => {
  const list = priceListOf({ ...newForm('l', NOW, ALMATY), name: 'Prices', prices: 'TEA 5' });
  expect(Value.Check(PriceList, list)).toBe(true);
  expect(list).toMatchObject({ storeIds: null, channels: null, endsAt: null });
  expect(priceListOf({ ...newForm('l', NOW, ALMATY), from: '' })).toBeNull();
});

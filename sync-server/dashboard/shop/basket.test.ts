import { expect, test } from 'vitest';
import { minor } from '#shared/kernel/money.ts';
import { units } from '#shared/kernel/quantity.ts';
import type { ShopProduct } from '#shared/protocol/shop.ts';
import { step } from './basket.ts';

const product = (sku: string, unit: ShopProduct['unit']): ShopProduct => ({
  sku,
  name: { en: sku },
  categoryId: 'other',
  unit,
  price: minor(100),
  promotionPrice: minor(100),
  available: units(5),
});

const bread = product('bread', 'piece');
const apples = product('apples', 'kilogram');
const quantities = (basket: ReturnType<typeof step>) =>
  basket.map(({ product: { sku }, quantity }) => [sku, quantity]);

test('pieces go by one, and the last one taken out takes the line out', () => {
  const two = step(step([], bread, 1), bread, 1);
  expect(quantities(two)).toEqual([['bread', 2000]]);
  expect(step(step(two, bread, -1), bread, -1)).toEqual([]);
  expect(step([], bread, -1)).toEqual([]);
});

test('goods by weight begin with half a kilogram and go by a hundred grams', () => {
  const basket = step(step(step([], bread, 1), apples, 1), apples, 1);
  expect(quantities(basket)).toEqual([
    ['bread', 1000],
    ['apples', 600],
  ]);
});

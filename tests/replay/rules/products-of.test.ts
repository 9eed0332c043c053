import { expect, test } from 'vitest';
import { minor, ZERO } from '#shared/kernel/money.ts';
import { productsOf } from './products-of.ts';
import { row } from './row.fixture.ts';

test('a product has the last name and price that stand together; remarks about stock are no names', () => {
  const rows = [
    row({ description: 'HEART', price: minor(255) }),
    row({ description: 'WHITE HEART', price: minor(295) }),
    row({ description: 'mouldy, thrown away.', price: ZERO, pieces: -1 }),
    row({ sku: '37413', description: '', price: ZERO }),
    row({ sku: 'POST', description: 'POSTAGE', price: minor(1800) }),
  ];
  expect(productsOf(rows)).toMatchObject([
    { sku: '85123A', name: { en: 'WHITE HEART' }, price: 295, kind: 'goods' },
    { sku: '37413', name: { en: '37413' }, price: 0 },
    { sku: 'POST', kind: 'service' },
  ]);
});

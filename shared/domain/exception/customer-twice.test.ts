import { expect, test } from 'vitest';
import { blankCustomer } from '../customer/apply.ts';
import type { Customer } from '../customer/schema.ts';
import { contradictionsOfCustomers } from './customer-twice.ts';

const customer = (id: string, known: Partial<Customer>): Customer => ({
  ...blankCustomer(id),
  storeIds: ['ONE'],
  ...known,
});

test('S5 customers of one phone number, however it is written, are a contradiction, and so are those of one card', () => {
  const found = contradictionsOfCustomers([
    customer('c', { phone: '8 (700) 111-22-33', storeIds: ['TWO'] }),
    customer('a', { phone: '+7 700 111 22 33', loyaltyCard: '17' }),
    customer('d', { loyaltyCard: '17' }),
    customer('b', { phone: '+7 700 111 22 34' }),
  ]);
  expect(found).toMatchObject([
    { id: 'customer_twice:c', storeId: 'TWO', otherStoreIds: ['ONE'], evidence: ['a'] },
    { id: 'customer_twice:d', storeId: 'ONE', otherStoreIds: [], evidence: ['a'] },
  ]);
});

test('S5 customers of whom neither is known, as those who were erased, are not the same', () => {
  const erased = { erasedAt: '2026-01-02T11:00:00.000Z' };
  expect(
    contradictionsOfCustomers([
      customer('a', erased),
      customer('b', erased),
      customer('c', { phone: '12' }),
      customer('d', { phone: '12' }),
    ]),
  ).toEqual([]);
});

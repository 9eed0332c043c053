import { expect, test } from 'vitest';
import type { Customer } from '#shared/domain/customer/schema.ts';
import { customerEmail, customerGroups, customerLocale } from './customer-locale.ts';

const DANA: Customer = {
  id: 'dana',
  name: 'Дана',
  phone: '',
  loyaltyCard: null,
  email: 'dana@example.com',
  language: 'kk',
  saidAt: { name: null, phone: null, loyaltyCard: null },
  storeIds: ['ONE'],
};

const knowing = (one: Customer) => ({ customer: (id: string) => (id === one.id ? one : null) });

const orderOf = (customerId: string | null) => ({
  customer: { customerId, name: '', phone: '' },
});

test('a receipt is offered in the language and to the address of its own customer, and of nobody else', () => {
  expect(customerLocale(orderOf('dana'), knowing(DANA))).toBe('kk');
  expect(customerEmail(orderOf('dana'), knowing(DANA))).toBe('dana@example.com');
  for (const order of [null, { customer: null }, orderOf(null), orderOf('other')]) {
    expect(customerLocale(order, knowing(DANA))).toBeNull();
    expect(customerEmail(order, knowing(DANA))).toBe('');
  }
});

test('a customer of before there were addresses has none', () => {
  const { email, language, ...before } = DANA;
  expect([email, language]).toHaveLength(2);
  expect(customerEmail(orderOf('dana'), knowing(before))).toBe('');
  expect(customerLocale(orderOf('dana'), knowing(before))).toBeNull();
});

test('goods are priced for the groups of the customer of an order, and for nobody else’s', () => {
  const member = { ...DANA, groupIds: ['staff'] };
  expect(customerGroups(orderOf('dana'), knowing(member))).toEqual(['staff']);
  for (const order of [null, { customer: null }, orderOf(null), orderOf('other')])
    expect(customerGroups(order, knowing(member))).toEqual([]);
  expect(customerGroups(orderOf('dana'), knowing(DANA))).toEqual([]);
});

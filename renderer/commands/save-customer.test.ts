import { expect, test } from 'vitest';
import { erased } from '#shared/domain/customer/apply.ts';
import type { Customer } from '#shared/domain/customer/schema.ts';
import { customerLocale } from '../session/customer-locale.ts';
import { ACTOR, createTill } from '../store/till.fixture.ts';
import { customersHere } from './find-customers.ts';
import { saveCustomer } from './save-customer.ts';

const AT = '2026-01-02T11:00:00.000Z';

const DANA = {
  customerId: 'dana',
  name: 'Dana',
  phone: '+7 701 555 01 02',
  loyaltyCard: '70001',
  email: '',
  language: '' as const,
  told: null,
};

const of = (customer: Customer) => ({ type: 'customer' as const, value: customer });

test('S7: one of another store is put right without a network by what was told of them, and stays in their groups', async () => {
  const till = await createTill();
  const told: Customer = {
    id: 'dana',
    name: 'Dana',
    phone: DANA.phone,
    loyaltyCard: '70001',
    groupIds: ['wholesale'],
    saidAt: { name: AT, phone: AT, loyaltyCard: AT },
    storeIds: ['TWO'],
  };
  till.clock.now = '2026-01-02T12:00:00.000Z';
  const saved = await saveCustomer(till.store, ACTOR, { ...DANA, name: 'Dana K.', told });
  expect(saved).toMatchObject({
    ok: true,
    value: { name: 'Dana K.', phone: DANA.phone, groupIds: ['wholesale'] },
  });
  expect(customersHere(till.store, 'dana k')).toMatchObject([{ id: 'dana', name: 'Dana K.' }]);
});

test('S7: a form that was open for long says nothing again of what somebody else put right meanwhile', async () => {
  const till = await createTill();
  const opened = await saveCustomer(till.store, ACTOR, DANA);
  if (!opened.ok) throw new Error(opened.problem.type);
  const told = opened.value;
  till.clock.now = '2026-01-02T12:00:00.000Z';
  const moved = { ...DANA, phone: '+7 701 555 01 09', told };
  expect((await saveCustomer(till.store, ACTOR, moved)).ok).toBe(true);
  till.clock.now = '2026-01-02T12:05:00.000Z';
  const saved = await saveCustomer(till.store, ACTOR, { ...DANA, name: 'Dana K.', told });
  expect(saved).toMatchObject({ value: { name: 'Dana K.', phone: '+7 701 555 01 09' } });
});

test('S7: what is taken away from one of another store is said, and the rest is left to whoever knows', async () => {
  const till = await createTill();
  const told: Customer = {
    id: 'dana',
    name: 'Dana',
    phone: DANA.phone,
    loyaltyCard: '70001',
    email: 'dana@home.example',
    saidAt: { name: AT, phone: AT, loyaltyCard: AT, email: AT },
    storeIds: ['TWO'],
  };
  till.clock.now = '2026-01-02T12:00:00.000Z';
  const saved = await saveCustomer(till.store, ACTOR, { ...DANA, phone: '', told });
  expect(saved).toMatchObject({ value: { name: 'Dana', phone: '', email: '' } });
  const [known] = till.store.view.customers();
  expect(known?.saidAt).toMatchObject({ name: null, loyaltyCard: null });
});

test('the receipts of a customer are in the language that somebody wrote down', async () => {
  const till = await createTill();
  await saveCustomer(till.store, ACTOR, { ...DANA, language: 'kk' });
  const { view } = till.store;
  const bought = (customerId: string) => ({ customer: { customerId, name: '', phone: '' } });
  expect(customerLocale(bought('dana'), view)).toBe('kk');
  expect(customerLocale(bought('berik'), view)).toBeNull();
  expect(customerLocale({ customer: null }, view)).toBeNull();
});

test('who was erased is found no more, though this very till wrote them down and has not heard that it was taken in', async () => {
  const till = await createTill();
  const saved = await saveCustomer(till.store, ACTOR, DANA);
  if (!saved.ok) throw new Error(saved.problem.type);
  expect(customersHere(till.store, 'dana')).toHaveLength(1);
  await till.pull('references:ONE', { 'customer:dana': of(erased(saved.value, AT)) });
  expect(customersHere(till.store, 'dana')).toEqual([]);
  const again = await till.restart();
  expect(customersHere(again.store, 'dana')).toEqual([]);
  expect(JSON.stringify(again.store.view.customers())).not.toContain('555');
});

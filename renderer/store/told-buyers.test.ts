import { expect, test } from 'vitest';
import { blankCustomer, erased } from '#shared/domain/customer/apply.ts';
import type { Customer } from '#shared/domain/customer/schema.ts';
import { minor } from '#shared/kernel/money.ts';
import { completeSale } from '../commands/complete-sale.ts';
import { saveCustomer } from '../commands/save-customer.ts';
import { openBasketStore } from '../session/basket-store.ts';
import { chooseCustomer } from '../session/choose-customer.ts';
import { customerEmail, customerGroups, customerLocale } from '../session/customer-locale.ts';
import { ACTOR, AT, basketOf, createTill, type TestTill } from './till.fixture.ts';

/** A customer of another store, as the server tells of one who is asked for. */
const DANA: Customer = {
  ...blankCustomer('dana'),
  name: 'Dana',
  phone: '+77015550102',
  email: 'dana@example.com',
  language: 'kk',
  groupIds: ['staff'],
  storeIds: ['TWO'],
};

const sellToDana = async ({ store }: TestTill): Promise<void> => {
  const basket = await openBasketStore(store);
  await chooseCustomer({ store, basket }, DANA);
  const { orderId, customer: buyer } = basket.getState().basket;
  const sold = await completeSale(store, ACTOR, {
    orderId,
    basket: basketOf('TEA'),
    customerId: buyer?.id ?? null,
    buyer,
    offers: [{ id: 'paid', tender: 'cash', tendered: minor(10_000), reference: null }],
    pricedAt: AT,
  });
  expect(sold.ok).toBe(true);
};

const knownOf = ({ store: { view } }: TestTill) => {
  const order = { customer: { customerId: 'dana', name: '', phone: '' } };
  return {
    language: customerLocale(order, view),
    email: customerEmail(order, view),
    groups: customerGroups(order, view),
  };
};

const comesDown = (till: TestTill, value: Customer) =>
  till.pull('references:ONE', { 'customer:dana': { type: 'customer', value } }, 1);

const NOBODY = { language: null, email: '', groups: [] };
const TOLD = { language: 'kk', email: 'dana@example.com', groups: ['staff'] };

test('who was found at another store and bought here has receipts, letters and exchanges like theirs, after a restart too', async () => {
  const till = await createTill();
  expect(knownOf(till)).toEqual(NOBODY);
  await sellToDana(till);
  expect(knownOf(till)).toEqual(TOLD);
  expect(knownOf(await till.restart())).toEqual(TOLD);
});

test('no name and no phone of theirs is kept, and nothing at all once they have come down', async () => {
  const till = await createTill();
  await sellToDana(till);
  const kept = async () => JSON.stringify(await till.store.ledger.readLocal('told-buyers'));
  expect(await kept()).toContain('dana@example.com');
  expect(await kept()).not.toMatch(/Dana|7701/);
  await comesDown(till, { ...DANA, language: 'uk', email: '', groupIds: [] });
  expect(knownOf(till)).toEqual({ language: 'uk', email: '', groups: [] });
  expect(await kept()).toBe('[]');
});

test('who was erased is not known by what was told before', async () => {
  const till = await createTill();
  await sellToDana(till);
  await comesDown(till, erased(DANA, AT));
  expect(knownOf(till)).toEqual(NOBODY);
});

test('what was put right here since counts, and the rest stays as it was told', async () => {
  const till = await createTill();
  await sellToDana(till);
  const { name, phone, email = '' } = DANA;
  const right = { name, phone, email, loyaltyCard: '', language: 'ru' } as const;
  const saved = await saveCustomer(till.store, ACTOR, { customerId: 'dana', told: DANA, ...right });
  expect(saved.ok).toBe(true);
  expect(knownOf(till)).toEqual({ ...TOLD, language: 'ru' });
});

import { expect, test } from 'vitest';
import { blankCustomer } from '#shared/domain/customer/apply.ts';
import type { Customer } from '#shared/domain/customer/schema.ts';
import { minor } from '#shared/kernel/money.ts';
import { units } from '#shared/kernel/quantity.ts';
import type { AskedPayment } from '../commands/open-payment.ts';
import { requestPayment } from '../commands/request-payment.ts';
import { parkBasket } from '../commands/park-basket.ts';
import { ACTOR, AT, createTill, product, SETTINGS } from '../store/till.fixture.ts';
import { type BasketStore, openBasketStore } from './basket-store.ts';
import { basketFor, chooseCustomer } from './choose-customer.ts';
import { addProduct, type BasketCustomer, emptyBasket, withBuyer } from './open-basket.ts';
import { parkedContent, recalledBasket } from './parked-content.ts';

const DANA: BasketCustomer = { id: 'dana', name: 'Dana', phone: '', groupIds: ['staff'] };

const PAYMENT: Omit<AskedPayment, 'orderId'> = {
  paymentId: 'asked',
  tender: 'card',
  by: 'simulated',
  currency: 'KZT',
  amount: minor(10_000),
  pricedAt: AT,
  askedAt: AT,
  beside: [],
};

const PRICE = { anyone: minor(10_000), buyer: minor(10_000) };

const add = (basket: BasketStore): void =>
  basket.getState().change((now) => addProduct(now, product('TEA'), units(1), SETTINGS, PRICE));

const customerIn = (basket: BasketStore) => basket.getState().basket.customer?.id ?? null;

/** A till whose catalog answers when it is told to. */
const slowTill = async () => {
  const { store } = await createTill();
  const basket = await openBasketStore(store);
  add(basket);
  let answer = (): void => undefined;
  const asked = new Promise<null>((resolve) => {
    answer = () => resolve(null);
  });
  const till = { store: { ...store, catalog: { product: () => asked } }, basket };
  return { till, basket, store, answer };
};

test('a customer who is found late is in the basket that was open when they were looked for, with what was put in since', async () => {
  const { till, basket, answer } = await slowTill();
  const chosen = chooseCustomer(till, DANA);
  add(basket);
  answer();
  await chosen;
  expect(customerIn(basket)).toBe('dana');
});

test('a customer who is found after the basket was sold or parked is not in the next one', async () => {
  const { till, basket, answer } = await slowTill();
  const chosen = chooseCustomer(till, DANA);
  basket.getState().startNew();
  add(basket);
  answer();
  await chosen;
  expect(customerIn(basket)).toBeNull();
});

test('a card that the server tells of late is of the order that it was scanned for', async () => {
  const { till, basket, answer } = await slowTill();
  const { orderId } = basket.getState().basket;
  basket.getState().startNew();
  answer();
  await chooseCustomer(till, DANA, orderId);
  expect(customerIn(basket)).toBeNull();
});

test('nobody is chosen while a machine is asked for money of the basket', async () => {
  const { till, basket, store, answer } = await slowTill();
  const { orderId } = basket.getState().basket;
  await requestPayment(store, ACTOR, { ...PAYMENT, orderId });
  answer();
  await chooseCustomer(till, DANA);
  expect(customerIn(basket)).toBeNull();
});

test('R9: a basket that is recalled costs what it does for the groups that its customer is in now, where they are known', async () => {
  const till = await createTill();
  const parked = addProduct(
    withBuyer(emptyBasket('parked', true), DANA, new Map()),
    product('TEA'),
    units(1),
    SETTINGS,
    { anyone: minor(10_000), buyer: minor(8000) },
  );
  await parkBasket(till.store, ACTOR, { basketId: 'parked', content: parkedContent(parked) });
  const [waiting] = till.store.view.parkedBaskets();
  if (!waiting) throw new Error('nothing is parked');
  const store = { ...till.store, catalog: { product: async () => product('TEA') } };
  const recalledWith = async (customers: readonly Customer[]) => {
    const recalled = recalledBasket(waiting, 'next', customers);
    return basketFor(store, recalled, recalled.customer);
  };

  const away = await recalledWith([]);
  expect(away.buyer?.groupIds).toEqual(['staff']);
  expect(away.lines[0]?.unitPrice).toBe(8000);

  const left = await recalledWith([{ ...blankCustomer('dana'), name: 'Dana', groupIds: [] }]);
  expect(left.buyer?.groupIds).toEqual([]);
  expect(left.customer).toEqual({ id: 'dana', name: 'Dana', phone: '' });
  expect(left.lines[0]?.unitPrice).toBe(10_000);
});

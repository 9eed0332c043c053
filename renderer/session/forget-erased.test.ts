import { expect, test } from 'vitest';
import { blankCustomer, erased } from '#shared/domain/customer/apply.ts';
import { minor } from '#shared/kernel/money.ts';
import { units } from '#shared/kernel/quantity.ts';
import { requestPayment } from '../commands/request-payment.ts';
import { ACTOR, AT, createTill, product, SETTINGS } from '../store/till.fixture.ts';
import { openBasketStore } from './basket-store.ts';
import { forgetErased, keepForgetting } from './forget-erased.ts';
import { addProduct, type BasketCustomer, type OpenBasket, withBuyer } from './open-basket.ts';

const DANA: BasketCustomer = {
  id: 'dana',
  name: 'Dana',
  phone: '+77015550102',
  email: 'dana@example.com',
  language: 'kk',
  groupIds: ['staff'],
};
const TEA = { anyone: minor(10_000), buyer: minor(8000) };

/** A till with tea in the basket of a customer, who is erased when `erase` is called. */
const tillOfDana = async () => {
  const till = await createTill();
  const basket = await openBasketStore(till.store);
  basket.getState().change((open) => withBuyer(open, DANA, new Map()));
  basket.getState().change((open) => addProduct(open, product('TEA'), units(1), SETTINGS, TEA));
  const value = erased(blankCustomer('dana'), AT);
  return {
    store: till.store,
    basket,
    erase: () => till.pull('references:ONE', { 'customer:dana': { type: 'customer', value } }, 1),
  };
};

test('of a customer who is erased the basket keeps an id, on the disk too, and no price of their groups', async () => {
  const { store, basket, erase } = await tillOfDana();
  keepForgetting(store, basket);
  await erase();
  await expect
    .poll(async () => (await store.ledger.readLocal<OpenBasket>('basket'))?.customer)
    .toEqual({ id: 'dana', name: '', phone: '' });
  const { basket: open } = basket.getState();
  expect(open.customer).toEqual({ id: 'dana', name: '', phone: '' });
  expect(open.buyer?.groupIds).toEqual([]);
  expect(open.lines.map(({ unitPrice }) => unitPrice)).toEqual([10_000]);
  basket.getState().undo();
  expect(JSON.stringify(basket.getState())).not.toMatch(/dana@|"kk"|Dana/);
});

test('whoever is not erased stays in the basket', async () => {
  const { store, basket } = await tillOfDana();
  await forgetErased(store, basket);
  expect(basket.getState().basket.customer).toEqual(DANA);
});

test('what a machine is asked for stays the price of the basket', async () => {
  const { store, basket, erase } = await tillOfDana();
  await requestPayment(store, ACTOR, {
    paymentId: 'asked',
    orderId: basket.getState().basket.orderId,
    tender: 'card',
    by: 'simulated',
    currency: 'KZT',
    amount: minor(8000),
    pricedAt: AT,
    askedAt: AT,
    beside: [],
  });
  await erase();
  await forgetErased(store, basket);
  expect(basket.getState().basket.lines[0]?.unitPrice).toBe(8000);
});

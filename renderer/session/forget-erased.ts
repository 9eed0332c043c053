import { isErased } from '#shared/domain/customer/apply.ts';
import { openPayment } from '../commands/open-payment.ts';
import type { TillStore } from '../store/till-store.ts';
import type { BasketStore } from './basket-store.ts';

type Store = Pick<TillStore, 'ledger' | 'view'>;

/**
 * Who is erased by head office is no more than an id in the open basket, on the screen and on the disk, as soon as this till
 * hears of it; but not while a machine is asked for money: what it takes is its price.
 */
export const forgetErased = async (store: Store, basket: BasketStore): Promise<void> => {
  const erased = new Set(
    store.view
      .references()
      .customers.filter(isErased)
      .map(({ id }) => id),
  );
  const isHeld = (): boolean => {
    const { customer } = basket.getState().basket;
    const { name = '', phone = '', email = '', language = '', groupIds = [] } = customer ?? {};
    const held = [name, phone, email, language, ...groupIds].join('');
    return erased.has(customer?.id ?? '') && held !== '';
  };
  if (!isHeld() || (await openPayment(store)) !== null) return;
  const { customer } = basket.getState().basket;
  if (customer && isHeld()) basket.getState().forgetCustomer(customer.id);
};

/** Looks now and at whatever this till hears from then on. */
export const keepForgetting = (store: Store, basket: BasketStore): void => {
  const look = (): void => {
    forgetErased(store, basket).catch((error: unknown) => reportError(error));
  };
  store.view.onChange(look);
  look();
};

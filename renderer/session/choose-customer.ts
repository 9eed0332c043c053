import type { Product } from '#shared/domain/catalog/schema.ts';
import { openPayment } from '../commands/open-payment.ts';
import type { TillStore } from '../store/till-store.ts';
import type { BasketState } from './basket-store.ts';
import { type BasketCustomer, type BuyerPrice, type OpenBasket, withBuyer } from './open-basket.ts';

type Parts = {
  readonly store: Pick<TillStore, 'now'> & {
    readonly catalog: Pick<TillStore['catalog'], 'product'>;
    readonly ledger: Pick<TillStore['ledger'], 'readLocal'>;
    readonly view: Pick<TillStore['view'], 'references' | 'order'>;
  };
  readonly basket: { readonly getState: () => Pick<BasketState, 'basket' | 'change'> };
};

const groupsOf = ({ buyer }: OpenBasket): readonly string[] => buyer?.groupIds ?? [];

const isSameGroups = (left: readonly string[], right: readonly string[]): boolean =>
  left.toSorted().join() === right.toSorted().join();

/** The goods of the basket, also of what is put in while the others are looked up. */
const goodsOf = async ({ store, basket }: Parts): Promise<ReadonlyMap<string, Product | null>> => {
  const goods = new Map<string, Product | null>();
  for (;;) {
    const line = basket.getState().basket.lines.find(({ sku }) => !goods.has(sku));
    if (!line) return goods;
    goods.set(line.sku, await store.catalog.product(line.sku));
  }
};

/**
 * Who buys, or nobody any more: what lies in the basket costs what it does for them (rules R9, R10). Only in the basket that
 * they were meant for, as looking up takes a while and another may be open by then; and not while a machine is asked for
 * money: what it takes is its price.
 */
export const chooseCustomer = async (
  { store, basket }: Parts,
  customer: BasketCustomer | null,
  orderId = basket.getState().basket.orderId,
): Promise<void> => {
  const next = customer?.groupIds ?? [];
  const isAlike = isSameGroups(groupsOf(basket.getState().basket), next);
  const goods = isAlike ? new Map<string, Product | null>() : await goodsOf({ store, basket });
  if ((await openPayment(store)) !== null) return;
  const { prices } = store.view.references();
  const now = store.now();
  basket.getState().change((open) => {
    if (open.orderId !== orderId) return open;
    const costs = new Map<string, BuyerPrice>();
    for (const [sku, product] of goods)
      if (product)
        costs.set(sku, {
          anyone: prices.priceOf(product, now),
          buyer: prices.priceOf(product, now, next),
        });
    return withBuyer(open, customer, costs);
  });
};

import type { Product } from '#shared/domain/catalog/schema.ts';
import { openPayment } from '../commands/open-payment.ts';
import type { TillStore } from '../store/till-store.ts';
import type { BasketState } from './basket-store.ts';
import { type BasketCustomer, type BuyerPrice, type OpenBasket, withBuyer } from './open-basket.ts';

type Store = {
  readonly time: Pick<TillStore['time'], 'now'>;
  readonly catalog: Pick<TillStore['catalog'], 'product'>;
  readonly ledger: Pick<TillStore['ledger'], 'readLocal'>;
  readonly view: Pick<TillStore['view'], 'references' | 'order'>;
};

type Parts = {
  readonly store: Store;
  readonly basket: { readonly getState: () => Pick<BasketState, 'basket' | 'change'> };
};

type Goods = ReadonlyMap<string, Product | null>;

const groupsOf = ({ buyer }: Pick<OpenBasket, 'buyer'>): readonly string[] => buyer?.groupIds ?? [];

const isSameGroups = (left: readonly string[], right: readonly string[]): boolean =>
  left.toSorted().join() === right.toSorted().join();

/** The goods of the basket, also of what is put in while the others are looked up. */
const goodsOf = async (
  { catalog }: Pick<Store, 'catalog'>,
  basket: () => Pick<OpenBasket, 'lines'>,
): Promise<Goods> => {
  const goods = new Map<string, Product | null>();
  for (;;) {
    const line = basket().lines.find(({ sku }) => !goods.has(sku));
    if (!line) return goods;
    goods.set(line.sku, await catalog.product(line.sku));
  }
};

const costsOf = (
  { time, view }: Pick<Store, 'time' | 'view'>,
  goods: Goods,
  groupIds: readonly string[],
): ReadonlyMap<string, BuyerPrice> => {
  const { prices } = view.references();
  const at = time.now();
  const costs = new Map<string, BuyerPrice>();
  for (const [sku, product] of goods)
    if (product)
      costs.set(sku, {
        anyone: prices.priceOf(product, at),
        buyer: prices.priceOf(product, at, groupIds),
      });
  return costs;
};

const goodsToPrice = async (
  store: Store,
  basket: () => Pick<OpenBasket, 'lines' | 'buyer'>,
  groupIds: readonly string[],
): Promise<Goods> =>
  isSameGroups(groupsOf(basket()), groupIds) ? new Map() : goodsOf(store, basket);

/** A basket at what it costs for whoever buys it now. */
export const basketFor = async (
  store: Store,
  basket: OpenBasket,
  customer: BasketCustomer | null,
): Promise<OpenBasket> => {
  const groupIds = customer?.groupIds ?? [];
  const goods = await goodsToPrice(store, () => basket, groupIds);
  return withBuyer(basket, customer, costsOf(store, goods, groupIds));
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
  const groupIds = customer?.groupIds ?? [];
  const goods = await goodsToPrice(store, () => basket.getState().basket, groupIds);
  if ((await openPayment(store)) !== null) return;
  const costs = costsOf(store, goods, groupIds);
  basket
    .getState()
    .change((open) => (open.orderId === orderId ? withBuyer(open, customer, costs) : open));
};

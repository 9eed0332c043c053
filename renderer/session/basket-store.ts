import { isPriceable } from '#shared/domain/pricing/is-priceable.ts';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { TillStore } from '../store/till-store.ts';
import { emptyBasket, type OpenBasket } from './open-basket.ts';

export type BasketState = {
  readonly basket: OpenBasket;
  /** What it was before each change, latest last. */
  readonly history: readonly OpenBasket[];
  readonly change: (change: (basket: OpenBasket) => OpenBasket) => void;
  readonly undo: () => void;
  /** A new, empty basket: the one before was sold or voided. */
  readonly startNew: () => void;
};

export type BasketStore = StoreApi<BasketState>;

const KEY = 'basket';
const REMEMBERED = 50;

/**
 * The open basket, kept beside the ledger at every change so that a crash in the middle of a queue loses nothing
 * (rule J6). A basket whose order is in the journal already was paid: it is not offered again.
 */
export const openBasketStore = async ({ ledger, view }: TillStore): Promise<BasketStore> => {
  const fresh = (): OpenBasket =>
    emptyBasket(crypto.randomUUID(), view.references().settings?.taxInclusive ?? true);
  const saved = await ledger.readLocal<OpenBasket>(KEY);
  const isOpen = saved !== null && isPriceable(saved) && (await view.order(saved.orderId)) === null;

  let writing = Promise.resolve();
  const save = (basket: OpenBasket): void => {
    writing = writing
      .then(() => ledger.writeLocal(KEY, basket))
      .catch((error: unknown) => reportError(error));
  };

  return createStore<BasketState>((set, get) => ({
    basket: isOpen ? saved : fresh(),
    history: [],
    change: (change) => {
      const before = get().basket;
      const basket = change(before);
      if (basket === before || !isPriceable(basket)) return;
      set({ basket, history: [...get().history, before].slice(-REMEMBERED) });
      save(basket);
    },
    undo: () => {
      const basket = get().history.at(-1);
      if (!basket) return;
      set({ basket, history: get().history.slice(0, -1) });
      save(basket);
    },
    startNew: () => {
      const basket = fresh();
      set({ basket, history: [] });
      save(basket);
    },
  }));
};

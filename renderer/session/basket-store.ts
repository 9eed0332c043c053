import { isPriceable } from '#shared/domain/pricing/is-priceable.ts';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { TillStore } from '../store/till-store.ts';
import { createBasketSaving, reopenedBasket } from './saved-basket.ts';
import { emptyBasket, joined, type OpenBasket, withBuyer } from './open-basket.ts';

export type BasketState = {
  readonly basket: OpenBasket;
  /** What it was before each change, latest last. */
  readonly history: readonly OpenBasket[];
  readonly change: (change: (basket: OpenBasket) => OpenBasket) => void;
  /** As `change`, for what nobody did and nobody can undo. */
  readonly adjust: (change: (basket: OpenBasket) => OpenBasket) => void;
  readonly undo: () => void;
  /** Head office erased this customer: no more than an id is left of them, here and in what the basket was before. */
  readonly forgetCustomer: (customerId: string) => void;
  /** A new, empty basket: the one before was sold or voided. */
  readonly startNew: () => void;
  /**
   * A new basket begins at once, so that nobody waits; the one before is not forgotten until `record` has written it
   * down, and comes back with what was added since when it cannot.
   */
  readonly park: <Recorded extends { readonly ok: boolean }>(
    record: (basket: OpenBasket) => Promise<Recorded>,
  ) => Promise<Recorded>;
  /**
   * Goes on with a parked basket, once `record` has written down that this till does. It is on disk before: a crash
   * between leaves it parked, and one after leaves it open, never neither.
   */
  readonly recall: <Recorded extends { readonly ok: boolean }>(
    basket: OpenBasket,
    record: () => Promise<Recorded>,
  ) => Promise<Recorded>;
};

export type BasketStore = StoreApi<BasketState>;

const REMEMBERED = 50;

/**
 * The open basket, kept beside the ledger at every change so that a crash in the middle of a queue loses nothing
 * (rule J6).
 */
export const openBasketStore = async (till: TillStore): Promise<BasketStore> => {
  const fresh = (): OpenBasket =>
    emptyBasket(crypto.randomUUID(), till.view.references().settings?.taxInclusive ?? true);
  const saving = createBasketSaving(till.ledger);
  const first = await reopenedBasket(till, saving, fresh());
  const save = (basket: OpenBasket): void => {
    saving.write(basket).catch((error: unknown) => reportError(error));
  };

  return createStore<BasketState>((set, get) => ({
    basket: first,
    history: [],
    change: (change) => {
      const before = get().basket;
      const basket = change(before);
      if (basket === before || !isPriceable(basket)) return;
      set({ basket, history: [...get().history, before].slice(-REMEMBERED) });
      save(basket);
    },
    adjust: (change) => {
      const basket = change(get().basket);
      if (basket === get().basket || !isPriceable(basket)) return;
      set({ basket });
      save(basket);
    },
    undo: () => {
      const basket = get().history.at(-1);
      if (!basket) return;
      set({ basket, history: get().history.slice(0, -1) });
      save(basket);
    },
    forgetCustomer: (customerId) => {
      const forget = (basket: OpenBasket): OpenBasket =>
        basket.customer?.id === customerId
          ? withBuyer(basket, { id: customerId, name: '', phone: '' }, new Map())
          : basket;
      const basket = forget(get().basket);
      set({ basket, history: get().history.map(forget) });
      save(basket);
    },
    startNew: () => {
      const basket = fresh();
      set({ basket, history: [] });
      save(basket);
    },
    park: async (record) => {
      const open = get().basket;
      set({ basket: fresh(), history: [] });
      let isParked = false;
      try {
        // What is put into the new basket meanwhile is saved after.
        const recorded = await saving.after(() => record(open));
        isParked = recorded.ok;
        return recorded;
      } finally {
        if (!isParked) set({ basket: joined(open, get().basket) });
        save(get().basket);
      }
    },
    recall: async (basket, record) => {
      try {
        await saving.write(basket);
        const recorded = await record();
        if (recorded.ok) set({ basket, history: [] });
        return recorded;
      } finally {
        if (get().basket !== basket) save(get().basket);
      }
    },
  }));
};

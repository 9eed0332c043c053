import { isPriceable } from '#shared/domain/pricing/is-priceable.ts';
import type { BasketLine } from '#shared/domain/pricing/basket.ts';
import type { Minor } from '#shared/kernel/money.ts';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { TillStore } from '../store/till-store.ts';
import { createBasketSaving, reopenedBasket } from './saved-basket.ts';
import {
  emptyBasket,
  joined,
  type OpenBasket,
  takenOut,
  withBuyer,
  withPutBack,
} from './open-basket.ts';

export type BasketState = {
  readonly basket: OpenBasket;
  /** What it was before each change, latest last. */
  readonly history: readonly OpenBasket[];
  readonly change: (change: (basket: OpenBasket) => OpenBasket) => void;
  /** As `change`, for what nobody did and nobody can undo. */
  readonly adjust: (change: (basket: OpenBasket) => OpenBasket) => void;
  readonly undo: () => void;
  /**
   * Goods leave the basket at once, so that nobody waits; on the disk they do when `record` has written that down, and what it
   * gives back as not written is in the basket again (rule R7). Back to what it was before the last change is an undo.
   */
  readonly lessen: (
    changed: OpenBasket,
    record: (gone: readonly BasketLine[]) => Promise<readonly BasketLine[]>,
  ) => Promise<void>;
  /** What of it is to be paid yet, as whoever takes the money sees it; null = nothing of it is paid. */
  readonly left: Minor | null;
  readonly showLeft: (left: Minor | null) => void;
  /** Goods that left it are in it again, as nothing could write down that they did; said until the next change. */
  readonly isPutBack: boolean;
  /** Head office erased this customer: no more than an id is left of them, here and in what the basket was before. */
  readonly forgetCustomer: (customerId: string) => void;
  /** A new, empty basket: the one before was sold or voided. */
  readonly startNew: () => void;
  /** The basket is given up, as `park` puts one aside: it comes back when `record` cannot write that down (rule R7). */
  readonly giveUp: (
    record: (basket: OpenBasket) => Promise<{ readonly ok: boolean }>,
  ) => Promise<void>;
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

  return createStore<BasketState>((set, get) => {
    const park: BasketState['park'] = async (record) => {
      const open = get().basket;
      set({ basket: fresh(), history: [], isPutBack: false });
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
    };
    return {
      basket: first,
      history: [],
      left: null,
      showLeft: (left) => set({ left }),
      isPutBack: false,
      change: (change) => {
        const before = get().basket;
        const basket = change(before);
        if (basket === before || !isPriceable(basket)) return;
        set({
          basket,
          history: [...get().history, before].slice(-REMEMBERED),
          isPutBack: false,
        });
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
        set({ basket, history: get().history.slice(0, -1), isPutBack: false });
        save(basket);
      },
      lessen: async (changed, record) => {
        const { basket: before, history } = get();
        const gone = takenOut(before, changed);
        const isUndone = changed === history.at(-1);
        set({
          basket: changed,
          history: isUndone ? history.slice(0, -1) : [...history, before].slice(-REMEMBERED),
          isPutBack: false,
        });
        let lost: readonly BasketLine[] = gone;
        try {
          lost = await saving.after(() => record(gone));
        } finally {
          const { basket } = get();
          if (lost.length > 0 && basket.orderId === before.orderId)
            set({ basket: withPutBack(basket, lost), isPutBack: true });
          save(get().basket);
        }
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
        set({ basket, history: [], isPutBack: false });
        save(basket);
      },
      giveUp: async (record) => {
        const { ok } = await park(record);
        if (!ok) set({ isPutBack: true });
      },
      park,
      recall: async (basket, record) => {
        try {
          await saving.write(basket);
          const recorded = await record();
          if (recorded.ok) set({ basket, history: [], isPutBack: false });
          return recorded;
        } finally {
          if (get().basket !== basket) save(get().basket);
        }
      },
    };
  });
};

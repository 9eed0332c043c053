import { useEffect, useRef, useState } from 'react';
import type { Order } from '#shared/domain/order/schema.ts';
import type { LabelledGoods } from '#shared/domain/catalog/scale-label.ts';
import type { Product } from '#shared/domain/catalog/schema.ts';
import type { Particulars } from '#shared/domain/pricing/particulars.ts';
import { type Quantity, units } from '#shared/kernel/quantity.ts';
import { useReferences } from '#renderer/queries/use-references.ts';
import { customerGroups } from '#renderer/session/customer-locale.ts';
import { actorOf } from '#renderer/session/session-store.ts';
import { useSession, useTill } from '#renderer/session/till-context.ts';
import {
  addLabelled,
  addProduct,
  emptyBasket,
  type OpenBasket,
  removeLine,
  setQuantity,
  takenOut,
  withPutBack,
} from '#renderer/session/open-basket.ts';
import { recordLeft, recordStopped, recordVoids } from '#renderer/session/record-voids.ts';
import { useVoidLeave } from '#renderer/session/use-void-leave.ts';
import { useLatest } from '#renderer/ui/input/use-latest.ts';

export type ExchangeBasket = {
  /** What is taken instead; null = nothing, it is no exchange. */
  readonly basket: OpenBasket | null;
  readonly startExchange: () => void;
  /** Nothing is taken instead any more, where whoever may void goods does not object. */
  readonly stopExchange: () => void;
  /** `labelled`: weight and price of a label of the store's scales, null = it has none. */
  readonly addGoods: (
    product: Product,
    particulars: Particulars,
    labelled: LabelledGoods | null,
  ) => void;
  /** A quantity of none takes the line out. What is less than before is put on record (rule R7). */
  readonly setGoods: (lineId: string, quantity: Quantity) => void;
  /** A pack with a label of the scales is taken whole or not at all. */
  readonly isPack: (lineId: string) => boolean;
};

/** `packs`: lines of goods with a label of the scales. */
type Exchange = { readonly basket: OpenBasket; readonly packs: readonly string[] };

const withGoods = (basket: OpenBasket, lineId: string, quantity: Quantity): OpenBasket =>
  quantity > 0 ? setQuantity(basket, lineId, quantity) : removeLine(basket, lineId);

/**
 * Whoever goes away from an exchange leaves a trace of what was in it (rule R7). What is given back takes the id of one
 * that is on record already.
 */
const useLeftRecord = (basket: OpenBasket | null): ((orderId: string) => void) => {
  const { store } = useTill();
  const signedIn = useSession((state) => state.signedIn);
  const latest = useLatest({ store, signedIn, basket });
  const recorded = useRef<string | null>(null);
  useEffect(
    () => () => {
      const left = latest.current;
      if (left.signedIn === null || left.basket === null || left.basket.lines.length === 0) return;
      if (left.basket.orderId === recorded.current) return;
      const actor = actorOf(left.signedIn, left.store.view.shift());
      void recordLeft(left.store, actor, { basket: left.basket, reason: 'undone' });
    },
    [latest],
  );
  return (orderId) => {
    recorded.current = orderId;
  };
};

export const useExchangeBasket = ({
  taxInclusive,
  customer,
}: Pick<Order, 'taxInclusive' | 'customer'>): ExchangeBasket => {
  const { store } = useTill();
  const { settings, prices } = useReferences();
  const [exchange, setExchange] = useState<Exchange | null>(null);
  const basket = exchange?.basket ?? null;
  const groupIds = customerGroups({ customer }, store.view);
  const askLeave = useVoidLeave();
  const noteRecorded = useLeftRecord(basket);
  const change = (by: (basket: OpenBasket) => OpenBasket): void =>
    setExchange((before) => before && { ...before, basket: by(before.basket) });
  return {
    basket,
    startExchange: () =>
      setExchange(
        (before) =>
          before ?? {
            basket: {
              ...emptyBasket(crypto.randomUUID(), taxInclusive),
              ...(groupIds.length > 0 ? { buyer: { groupIds, codes: [] } } : {}),
            },
            packs: [],
          },
      ),
    stopExchange: () => {
      if (basket === null || basket.lines.length === 0) setExchange(null);
      else
        askLeave((actor) => {
          recordStopped(store, actor, { basket, reason: 'undone' })
            .then(({ ok }) => {
              if (!ok) return;
              noteRecorded(basket.orderId);
              setExchange(null);
            })
            .catch(reportError);
        });
    },
    addGoods: (product, particulars, labelled) => {
      if (!settings) return;
      const price = {
        anyone: prices.priceOf(product, store.time.now()),
        buyer: prices.priceOf(product, store.time.now(), groupIds),
      };
      setExchange((before) => {
        if (before === null) return null;
        const { basket: open, packs } = before;
        if (labelled === null) {
          const next = addProduct(open, product, units(1), settings, price, particulars);
          return { basket: next, packs };
        }
        const next = addLabelled(open, product, labelled, settings, price, particulars);
        return { basket: next, packs: next.selected === null ? packs : [...packs, next.selected] };
      });
    },
    setGoods: (lineId, quantity) => {
      if (basket === null) return;
      const gone = takenOut(basket, withGoods(basket, lineId, quantity));
      if (gone.length === 0) change((before) => withGoods(before, lineId, quantity));
      else
        askLeave((actor) => {
          change((before) => withGoods(before, lineId, quantity));
          void recordVoids(store, actor, { basket, gone, reason: 'quantity' }).then((lost) => {
            if (lost.length > 0) change((before) => withPutBack(before, lost));
          });
        });
    },
    isPack: (lineId) => exchange?.packs.includes(lineId) ?? false,
  };
};

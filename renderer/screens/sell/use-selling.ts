import { useCallback } from 'react';
import type { LabelledGoods } from '#shared/domain/catalog/scale-label.ts';
import type { Product } from '#shared/domain/catalog/schema.ts';
import { type Quantity, quantity as thousandths, UNIT } from '#shared/kernel/quantity.ts';
import { voidBasket, voidLine } from '#renderer/commands/void-basket.ts';
import { useReferences } from '#renderer/queries/use-references.ts';
import {
  addLabelled,
  addProduct,
  type OpenBasket,
  removeLine,
  setQuantity,
  takenOut,
} from '#renderer/session/open-basket.ts';
import { actorOf } from '#renderer/session/session-store.ts';
import { useBasket, useSession, useTill } from '#renderer/session/till-context.ts';

export type Selling = {
  readonly add: (product: Product, quantity: Quantity) => void;
  /** As a label of the scales says. */
  readonly addLabelled: (product: Product, goods: LabelledGoods) => void;
  /** One more or one less of the chosen line; the last one takes the line out. */
  readonly step: (by: 1 | -1) => void;
  readonly remove: () => void;
  /** The last one of a product that was put in. */
  readonly takeOut: (sku: string) => void;
  /** As many of the chosen line. */
  readonly set: (quantity: Quantity) => void;
  /** Back to what it was before the last change. */
  readonly undo: () => void;
  readonly clear: () => void;
};

/** What the sell screen does to the basket. What is taken out again leaves a trace (rule R7). */
export const useSelling = (): Selling => {
  const { store } = useTill();
  const { settings, prices } = useReferences();
  const basket = useBasket((state) => state.basket);
  const change = useBasket((state) => state.change);
  const startNew = useBasket((state) => state.startNew);
  const history = useBasket((state) => state.history);
  const goBack = useBasket((state) => state.undo);
  const signedIn = useSession((state) => state.signedIn);
  const add = useCallback(
    (product: Product, quantity: Quantity) => {
      if (!settings) return;
      const price = prices.priceOf(product, store.now());
      change((before) => addProduct(before, product, quantity, settings, price));
    },
    [change, settings, prices, store],
  );
  const addWithLabel = useCallback(
    (product: Product, goods: LabelledGoods) => {
      if (!settings) return;
      const price = prices.priceOf(product, store.now());
      change((before) => addLabelled(before, product, goods, settings, price));
    },
    [change, settings, prices, store],
  );

  /** Whatever is less in the changed basket is put on record, once per line (rule R7). */
  const record = (changed: OpenBasket): void => {
    if (!signedIn) return;
    const { orderId } = basket;
    for (const line of takenOut(basket, changed)) {
      const voided = { orderId, basket: { ...basket, lines: [line], discount: null } };
      voidLine(store, actorOf(signedIn, store.view.shift()), voided).catch(reportError);
    }
  };
  const lessen = (changed: OpenBasket): void => {
    change(() => changed);
    record(changed);
  };
  const chosen = basket.lines.find(({ id }) => id === basket.selected);
  const remove = (): void => {
    if (chosen) lessen(removeLine(basket, chosen.id));
  };
  const set = (quantity: Quantity): void => {
    if (chosen) lessen(setQuantity(basket, chosen.id, quantity));
  };
  const step = (by: 1 | -1): void => {
    if (!chosen) return;
    const next = chosen.quantity + by * UNIT;
    if (next <= 0) remove();
    else set(thousandths(next));
  };
  const takeOut = (sku: string): void => {
    const line = basket.lines.findLast((candidate) => candidate.sku === sku);
    if (!line) return;
    const left = line.unit === 'piece' ? line.quantity - UNIT : 0;
    lessen(
      left > 0 ? setQuantity(basket, line.id, thousandths(left)) : removeLine(basket, line.id),
    );
  };
  const undo = (): void => {
    const before = history.at(-1);
    if (!before) return;
    goBack();
    record(before);
  };
  const clear = (): void => {
    if (basket.lines.length === 0) return;
    startNew();
    if (!signedIn) return;
    voidBasket(store, actorOf(signedIn, store.view.shift()), {
      orderId: basket.orderId,
      basket,
    }).catch(reportError);
  };
  return { add, addLabelled: addWithLabel, set, step, remove, takeOut, undo, clear };
};

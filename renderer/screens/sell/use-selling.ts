import { useCallback } from 'react';
import type { VoidReason } from '#shared/domain/basket/void-reason.ts';
import type { LabelledGoods } from '#shared/domain/catalog/scale-label.ts';
import { isOnePiece, type Particulars } from '#shared/domain/pricing/particulars.ts';
import type { Product } from '#shared/domain/catalog/schema.ts';
import { type Quantity, quantity as thousandths, UNIT } from '#shared/kernel/quantity.ts';
import { useReferences } from '#renderer/queries/use-references.ts';
import {
  addLabelled,
  addProduct,
  type BuyerPrice,
  moveLine,
  type Notes,
  type OpenBasket,
  removeLine,
  setQuantity,
  takenOut,
  withNotes,
} from '#renderer/session/open-basket.ts';
import { recordGivenUp, recordVoids } from '#renderer/session/record-voids.ts';
import { useBuyerGroups } from '#renderer/session/use-buyer-groups.ts';
import { useVoidLeave } from '#renderer/session/use-void-leave.ts';
import { useBasket, useTill } from '#renderer/session/till-context.ts';

export type Selling = {
  readonly add: (product: Product, quantity: Quantity, particulars: Particulars) => void;
  /** As a label of the scales says. */
  readonly addLabelled: (product: Product, goods: LabelledGoods, particulars: Particulars) => void;
  /** One more or one less of the chosen line; false = it is the last one, whose line somebody takes out for a reason. */
  readonly step: (by: 1 | -1) => boolean;
  /** The chosen line goes up (−1) or down (+1). */
  readonly move: (by: 1 | -1) => void;
  /** What is written down with the chosen line, and with the sale; empty = nothing. */
  readonly write: (notes: Notes) => void;
  readonly remove: (reason: VoidReason) => void;
  /** The last one of a product that was put in. */
  readonly takeOut: (sku: string) => void;
  /** As many of the chosen line. */
  readonly set: (quantity: Quantity) => void;
  /** Back to what it was before the last change. */
  readonly undo: () => void;
  readonly canUndo: boolean;
  readonly clear: (reason: VoidReason) => void;
};

/** What the sell screen does to the basket. What is taken out again leaves a trace (rule R7). */
export const useSelling = (): Selling => {
  const { store } = useTill();
  const { settings, prices } = useReferences();
  const groups = useBuyerGroups();
  const basket = useBasket((state) => state.basket);
  const change = useBasket((state) => state.change);
  const giveUp = useBasket((state) => state.giveUp);
  const lessenBasket = useBasket((state) => state.lessen);
  const history = useBasket((state) => state.history);
  const goBack = useBasket((state) => state.undo);
  const askLeave = useVoidLeave();
  const priceFor = useCallback(
    (product: Product): BuyerPrice => ({
      anyone: prices.priceOf(product, store.time.now()),
      buyer: prices.priceOf(product, store.time.now(), groups),
    }),
    [prices, store, groups],
  );
  const add = useCallback(
    (product: Product, quantity: Quantity, particulars: Particulars) => {
      if (!settings) return;
      const price = priceFor(product);
      change((before) => addProduct(before, product, quantity, settings, price, particulars));
    },
    [change, settings, priceFor],
  );
  const addWithLabel = useCallback(
    (product: Product, goods: LabelledGoods, particulars: Particulars) => {
      if (!settings) return;
      const price = priceFor(product);
      change((before) => addLabelled(before, product, goods, settings, price, particulars));
    },
    [change, settings, priceFor],
  );

  /** Whatever is less in the changed basket is put on record, once per line (rule R7). */
  const takeAway = (changed: OpenBasket, reason: VoidReason): void =>
    askLeave((actor) => {
      lessenBasket(changed, (gone) => recordVoids(store, actor, { basket, gone, reason })).catch(
        reportError,
      );
    });
  const lessen = (changed: OpenBasket, reason: VoidReason): void => {
    if (takenOut(basket, changed).length > 0) takeAway(changed, reason);
    else change(() => changed);
  };
  const chosen = basket.lines.find(({ id }) => id === basket.selected);
  const remove = (reason: VoidReason): void => {
    if (chosen) lessen(removeLine(basket, chosen.id), reason);
  };
  /** Each piece that has a number of its own is a line of its own. */
  const isNumbered = isOnePiece(chosen?.particulars ?? {});
  const set = (quantity: Quantity): void => {
    if (chosen && !isNumbered) lessen(setQuantity(basket, chosen.id, quantity), 'quantity');
  };
  const step = (by: 1 | -1): boolean => {
    if (!chosen) return true;
    const next = chosen.quantity + by * UNIT;
    if (next > 0) set(thousandths(next));
    return next > 0;
  };
  const move = (by: 1 | -1): void => {
    if (chosen) change((before) => moveLine(before, chosen.id, by));
  };
  const write = (notes: Notes): void => {
    if (chosen) change((before) => withNotes(before, chosen.id, notes));
  };
  const takeOut = (sku: string): void => {
    const line = basket.lines.findLast((candidate) => candidate.sku === sku);
    if (!line) return;
    const left = line.unit === 'piece' ? line.quantity - UNIT : 0;
    lessen(
      left > 0 ? setQuantity(basket, line.id, thousandths(left)) : removeLine(basket, line.id),
      'reserved',
    );
  };
  const undo = (): void => {
    const before = history.at(-1);
    if (!before) return;
    if (takenOut(basket, before).length > 0) takeAway(before, 'undone');
    else goBack();
  };
  const clear = (reason: VoidReason): void => {
    if (basket.lines.length === 0) return;
    askLeave((actor) => {
      giveUp((open) => recordGivenUp(store, actor, { basket: open, reason })).catch(reportError);
    });
  };
  return {
    add,
    addLabelled: addWithLabel,
    set,
    step,
    move,
    write,
    remove,
    takeOut,
    undo,
    canUndo: history.length > 0,
    clear,
  };
};

import { useCallback } from 'react';
import type { Product } from '#shared/domain/catalog/schema.ts';
import { type Quantity, quantity as thousandths, UNIT } from '#shared/kernel/quantity.ts';
import { voidBasket, voidLine } from '#renderer/commands/void-basket.ts';
import { useReferences } from '#renderer/queries/use-references.ts';
import { addProduct, removeLine, setQuantity } from '#renderer/session/open-basket.ts';
import { useBasket, useTill } from '#renderer/session/till-context.ts';
import { useCommand } from '#renderer/session/use-command.ts';

export type Selling = {
  readonly add: (product: Product, quantity: Quantity) => void;
  /** Resolves the product of a code, or null. */
  readonly find: (code: string) => Promise<Product | null>;
  /** One more or one less of the chosen line; the last one takes the line out. */
  readonly step: (by: 1 | -1) => void;
  readonly remove: () => void;
  readonly clear: () => void;
};

/** What the sell screen does to the basket. What is taken out again leaves a trace (rule R7). */
export const useSelling = (): Selling => {
  const { store } = useTill();
  const { settings } = useReferences();
  const basket = useBasket((state) => state.basket);
  const change = useBasket((state) => state.change);
  const startNew = useBasket((state) => state.startNew);
  const { run: recordLine } = useCommand(voidLine);
  const { run: recordBasket } = useCommand(voidBasket);

  const add = useCallback(
    (product: Product, quantity: Quantity) => {
      if (settings) change((before) => addProduct(before, product, quantity, settings));
    },
    [change, settings],
  );
  const find = useCallback((code: string) => store.catalog.byCode(code), [store]);

  const chosen = basket.lines.find(({ id }) => id === basket.selected);
  const remove = (): void => {
    if (!chosen) return;
    change((before) => removeLine(before, chosen.id));
    const { orderId } = basket;
    void recordLine({ orderId, basket: { ...basket, lines: [chosen], discount: null } });
  };
  const step = (by: 1 | -1): void => {
    if (!chosen) return;
    const next = chosen.quantity + by * UNIT;
    if (next <= 0) remove();
    else change((before) => setQuantity(before, chosen.id, thousandths(next)));
  };
  const clear = (): void => {
    if (basket.lines.length === 0) return;
    startNew();
    void recordBasket({ orderId: basket.orderId, basket });
  };
  return { add, find, step, remove, clear };
};

import { useState } from 'react';
import type { Order } from '#shared/domain/order/schema.ts';
import type { LabelledGoods } from '#shared/domain/catalog/scale-label.ts';
import type { Product } from '#shared/domain/catalog/schema.ts';
import type { Particulars } from '#shared/domain/pricing/particulars.ts';
import { type Quantity, units } from '#shared/kernel/quantity.ts';
import { useReferences } from '#renderer/queries/use-references.ts';
import { customerGroups } from '#renderer/session/customer-locale.ts';
import { useTill } from '#renderer/session/till-context.ts';
import {
  addLabelled,
  addProduct,
  emptyBasket,
  type OpenBasket,
  removeLine,
  setQuantity,
} from '#renderer/session/open-basket.ts';

export type ExchangeBasket = {
  /** What is taken instead; null = nothing, it is no exchange. */
  readonly basket: OpenBasket | null;
  readonly startExchange: () => void;
  readonly stopExchange: () => void;
  /** `labelled`: weight and price of a label of the store's scales, null = it has none. */
  readonly addGoods: (
    product: Product,
    particulars: Particulars,
    labelled: LabelledGoods | null,
  ) => void;
  /** A quantity of none takes the line out. */
  readonly setGoods: (lineId: string, quantity: Quantity) => void;
};

export const useExchangeBasket = ({
  taxInclusive,
  customer,
}: Pick<Order, 'taxInclusive' | 'customer'>): ExchangeBasket => {
  const { store } = useTill();
  const { settings, prices } = useReferences();
  const [basket, setBasket] = useState<OpenBasket | null>(null);
  const groupIds = customerGroups({ customer }, store.view);
  const change = (by: (basket: OpenBasket) => OpenBasket): void =>
    setBasket((before) => before && by(before));
  return {
    basket,
    startExchange: () =>
      setBasket(
        (before) =>
          before ?? {
            ...emptyBasket(crypto.randomUUID(), taxInclusive),
            ...(groupIds.length > 0 ? { buyer: { groupIds, codes: [] } } : {}),
          },
      ),
    stopExchange: () => setBasket(null),
    addGoods: (product, particulars, labelled) => {
      if (!settings) return;
      const price = {
        anyone: prices.priceOf(product, store.time.now()),
        buyer: prices.priceOf(product, store.time.now(), groupIds),
      };
      change((before) =>
        labelled
          ? addLabelled(before, product, labelled, settings, price, particulars)
          : addProduct(before, product, units(1), settings, price, particulars),
      );
    },
    setGoods: (lineId, quantity) =>
      change((before) =>
        quantity > 0 ? setQuantity(before, lineId, quantity) : removeLine(before, lineId),
      ),
  };
};

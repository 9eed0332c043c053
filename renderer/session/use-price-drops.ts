import { useEffect, useState } from 'react';
import type { BasketLine } from '#shared/domain/pricing/basket.ts';
import type { Minor } from '#shared/kernel/money.ts';
import { openPayment } from '../commands/open-payment.ts';
import { useReferences } from '../queries/use-references.ts';
import { type BuyerPrice, withLowerPrices } from './open-basket.ts';
import { useBasket, useTill } from './till-context.ts';
import { useBuyerGroups } from './use-buyer-groups.ts';
import { useTrustedNow } from './use-trusted-now.ts';

/** A line that costs less than when it was put in. */
export type PriceDrop = {
  readonly lineId: string;
  readonly name: BasketLine['name'];
  readonly from: Minor;
  readonly to: Minor;
};

const MINUTE = 60_000;

/**
 * What became cheaper while it lay in the basket costs less there too (rules R9, R10), and the cashier is told which: of
 * the lines that are still in. Not while a machine is asked for money of this basket: what it takes is its price.
 */
export const usePriceDrops = (): readonly PriceDrop[] => {
  const { store } = useTill();
  const { prices } = useReferences();
  const groups = useBuyerGroups();
  const lines = useBasket((state) => state.basket.lines);
  const orderId = useBasket((state) => state.basket.orderId);
  const adjust = useBasket((state) => state.adjust);
  const minute = useTrustedNow(MINUTE);
  const [drops, setDrops] = useState<readonly (PriceDrop & { readonly orderId: string })[]>([]);
  useEffect(() => {
    let isOver = false;
    const look = async (): Promise<void> => {
      const now = store.time.now() < minute ? minute : store.time.now();
      const skus = [...new Set(lines.map(({ sku }) => sku))];
      const products = await Promise.all(skus.map((sku) => store.catalog.product(sku)));
      const found = new Map(
        products
          .filter((product) => product !== null)
          .map((product): [string, BuyerPrice] => [
            product.sku,
            {
              anyone: prices.priceOf(product, now),
              buyer: prices.priceOf(product, now, groups),
            },
          ]),
      );
      const lower = lines.flatMap(({ id, sku, name, unitPrice, discount }) => {
        const to = found.get(sku)?.buyer;
        return to !== undefined && to < unitPrice && discount === null
          ? [{ lineId: id, name, from: unitPrice, to, orderId }]
          : [];
      });
      if (isOver || lower.length === 0 || (await openPayment(store)) !== null) return;
      adjust((basket) => (basket.orderId === orderId ? withLowerPrices(basket, found) : basket));
      setDrops((before) => [
        ...before.filter(({ lineId }) => !lower.some((drop) => drop.lineId === lineId)),
        ...lower,
      ]);
    };
    look().catch(reportError);
    return () => {
      isOver = true;
    };
  }, [store, prices, groups, lines, orderId, adjust, minute]);
  return drops.filter(
    (drop) =>
      drop.orderId === orderId &&
      lines.some(({ id, unitPrice }) => id === drop.lineId && unitPrice === drop.to),
  );
};

import type { Product } from '#shared/domain/catalog/schema.ts';
import type { Quantity } from '#shared/kernel/quantity.ts';
import { lastSale } from '../commands/last-sale.ts';
import { useTill } from './till-context.ts';

/** A product that is sold once more, as much of it as before. */
export type Repeated = { readonly product: Product; readonly quantity: Quantity };

type Line = { readonly sku: string; readonly quantity: Quantity };

/**
 * What was put in last, once more; into an empty basket all that this till sold last. What is not sold any more is
 * left out.
 */
export const useRepeat = (): (() => Promise<Repeated[]>) => {
  const { basket: baskets, store, identity } = useTill();
  return async () => {
    const { lines } = baskets.getState().basket;
    const latest = lines.toSorted((left, right) => Number(right.id) - Number(left.id));
    const wanted: readonly Line[] =
      lines.length > 0
        ? latest.slice(0, 1)
        : ((await lastSale(store, identity.tillId))?.lines ?? []);
    const found = await Promise.all(
      wanted.map(async ({ sku, quantity }) => ({
        product: await store.catalog.product(sku),
        quantity,
      })),
    );
    return found.flatMap(({ product, quantity }) =>
      product?.active ? [{ product, quantity }] : [],
    );
  };
};

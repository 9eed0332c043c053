import { type Quantity, quantity, UNIT } from '#shared/kernel/quantity.ts';
import type { ShopProduct } from '#shared/protocol/shop.ts';

export type Chosen = { readonly product: ShopProduct; readonly quantity: Quantity };

/** Goods by weight begin with half a kilogram and go by a hundred grams. */
const FIRST: Record<ShopProduct['unit'], number> = { piece: UNIT, kilogram: UNIT / 2 };
const STEP: Record<ShopProduct['unit'], number> = { piece: UNIT, kilogram: UNIT / 10 };

/** One step more (1) or less (−1) of a product; nothing left takes it out. */
export const step = (
  basket: readonly Chosen[],
  product: ShopProduct,
  direction: 1 | -1,
): readonly Chosen[] => {
  const held = basket.find((chosen) => chosen.product.sku === product.sku);
  if (!held)
    return direction < 0
      ? basket
      : [...basket, { product, quantity: quantity(FIRST[product.unit]) }];
  const count = quantity(held.quantity + direction * STEP[product.unit]);
  if (count <= 0) return basket.filter((chosen) => chosen !== held);
  return basket.map((chosen) => (chosen === held ? { product, quantity: count } : chosen));
};

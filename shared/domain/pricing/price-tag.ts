import { add, type Minor, subtract } from '#shared/kernel/money.ts';
import { units } from '#shared/kernel/quantity.ts';
import type { Product } from '../catalog/schema.ts';
import { NOBODY } from './in-force.ts';
import { goodsOffers, type Saving } from './goods-offers.ts';
import { onTopOffers } from './on-top-offers.ts';
import type { PromotionBook } from './promotion-book.ts';

/** What one piece or kilogram costs anybody by itself. */
export type PriceTag = {
  readonly price: Minor;
  /** What promotions took off, by promotion. */
  readonly savings: readonly Saving[];
};

/** The price on a label: with the promotions that hold for everybody and need nothing else to be bought. */
export const priceTag = (
  product: Pick<Product, 'sku' | 'categoryId' | 'name' | 'kind' | 'unit'>,
  unitPrice: Minor,
  book: PromotionBook,
  at: string,
): PriceTag => {
  const inForce = book.inForce(NOBODY, at);
  const { sku, name, categoryId, kind, unit } = product;
  const goods = { sku, name, categoryId, kind, unit, unitPrice };
  const line = { ...goods, id: sku, quantity: units(1), taxRate: 0, discount: null };
  const own = goodsOffers([line], book, inForce)[0] ?? [];
  const rest = subtract(unitPrice, add(...own.map(({ amount }) => amount)));
  const savings = [...own, ...onTopOffers([{ line }], rest, book, inForce)];
  const saved = add(...savings.map(({ amount }) => amount));
  return { price: subtract(unitPrice, saved), savings };
};

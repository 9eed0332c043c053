import type { Product } from '#shared/domain/catalog/schema.ts';
import { NONE, type Quantity, quantity, units } from '#shared/kernel/quantity.ts';
import type { Random } from './random.ts';
import { TILES } from './tiles.ts';

const tileStock = new Map(TILES);

/** Grams beyond whole kilograms, so that weighed goods look weighed. */
const loose = ({ unit }: Product, random: Random): number =>
  unit === 'kilogram' ? random.below(200) * 5 : 0;

const otherStock = (product: Product, random: Random): Quantity => {
  if (random.happens(3)) return NONE;
  if (random.happens(4)) return units(3);
  return quantity(units(6 + random.below(70)) + loose(product, random));
};

/**
 * What a store has to sell now, by SKU: `ALM1` as its tiles tell, the other stores much the same; of the rest a few
 * are sold out and a few nearly so.
 */
export const demoStock = (
  storeId: string,
  products: readonly Product[],
  random: Random,
): Map<string, Quantity> =>
  new Map(
    products
      .filter(({ kind }) => kind === 'goods')
      .map((product) => {
        const onTile = tileStock.get(product.name.en);
        if (onTile === undefined) return [product.sku, otherStock(product, random)];
        const count = storeId === 'ALM1' || onTile < 4 ? onTile : onTile - 3 + random.below(9);
        return [product.sku, units(count)];
      }),
  );

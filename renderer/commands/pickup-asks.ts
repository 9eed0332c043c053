import type { Order } from '#shared/domain/order/schema.ts';
import type { PickupAsks } from '#shared/domain/pickup/told.ts';
import { askTerms } from './ask-terms.ts';
import type { TillStore } from '../store/till-store.ts';

/** What the products of an order ask before they leave, as this till knows them. */
export const pickupAsks = async (till: TillStore, { lines }: Order): Promise<PickupAsks> => {
  const skus = [...new Set(lines.map(({ sku }) => sku))];
  const products = await Promise.all(skus.map((sku) => till.catalog.product(sku)));
  return {
    products: new Map(products.flatMap((product) => (product ? [[product.sku, product]] : []))),
    terms: askTerms(till),
  };
};

import type { Product } from '#shared/domain/catalog/schema.ts';
import { useLive } from './use-live.ts';
import { useTillData } from './till-data.ts';

/** What the tiles show: what a search finds, else a page of quick keys, else a category, else the catalog's tiles. */
export type ProductFilter = {
  readonly text: string;
  readonly categoryId: string | null;
  /** Left out: no page. */
  readonly page?: readonly string[] | undefined;
};

/** Tiles a cashier scrolls through before searching is faster. */
const SHOWN = 120;
/** Tiles of a search: whoever does not see it among the first types another letter. */
const FOUND = 24;

export const useProducts = ({ text, categoryId, page }: ProductFilter): Product[] | undefined => {
  const { catalog } = useTillData().store;
  /** What is sold no more, or has not come down yet, leaves no gap. */
  const onPage = async (skus: readonly string[]): Promise<Product[]> => {
    const products = await Promise.all(skus.map((sku) => catalog.product(sku)));
    return products.flatMap((product) => (product?.active ? [product] : []));
  };
  const ask = () => {
    if (text.trim() !== '') return catalog.search(text, FOUND);
    if (page !== undefined) return onPage(page);
    return categoryId === null ? catalog.tiles(SHOWN) : catalog.inCategory(categoryId, SHOWN);
  };
  return useLive(ask, `products:${categoryId ?? ''}:${page?.join(' ') ?? ''}:${text}`, 'catalog');
};

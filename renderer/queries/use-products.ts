import type { Product } from '#shared/domain/catalog/schema.ts';
import { useLive } from './use-live.ts';
import { useTillData } from './till-data.ts';

/** What the tiles show: what a search finds, else a category, else the quick tiles. */
export type ProductFilter = { readonly text: string; readonly categoryId: string | null };

/** Tiles a cashier scrolls through before searching is faster. */
const SHOWN = 120;
/** Tiles of a search: whoever does not see it among the first types another letter. */
const FOUND = 24;

export const useProducts = ({ text, categoryId }: ProductFilter): Product[] | undefined => {
  const { catalog } = useTillData().store;
  const ask = () => {
    if (text.trim() !== '') return catalog.search(text, FOUND);
    return categoryId === null ? catalog.tiles(SHOWN) : catalog.inCategory(categoryId, SHOWN);
  };
  return useLive(ask, `products:${categoryId ?? ''}:${text}`, 'catalog');
};

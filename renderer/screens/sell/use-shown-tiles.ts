import { useMemo, useState } from 'react';
import { pagesOf } from '#shared/domain/quick-keys/apply.ts';
import type { TileColour } from '#shared/domain/quick-keys/schema.ts';
import type { ProductFilter } from '#renderer/queries/use-products.ts';
import { useQuickKeys } from '#renderer/queries/use-quick-keys.ts';

type ShownTiles = {
  readonly pages: readonly { readonly id: string; readonly name: string }[];
  /** Id of a page or a category; null = all. */
  readonly chosen: string | null;
  readonly choose: (id: string | null) => void;
  /** Of the tiles of the page that have one, by SKU. */
  readonly colours: ReadonlyMap<string, TileColour>;
  readonly filter: Pick<ProductFilter, 'categoryId' | 'page'>;
};

/** Always the same one, as the tiles are memoised. */
const NO_COLOURS: ReadonlyMap<string, TileColour> = new Map();

/** No category's id has a colon. */
const pageId = (place: number): string => `page:${place}`;

/** Which tiles are shown: until somebody chooses, the first page of the store's quick keys, where there is one. */
export const useShownTiles = (): ShownTiles => {
  const quickKeys = useQuickKeys();
  const [asked, choose] = useState<string | null>();
  const pages = useMemo(
    () =>
      pagesOf(quickKeys).map(({ name, skus, colours = [] }, place) => ({
        id: pageId(place),
        name,
        page: skus,
        colours: new Map(colours.map(({ sku, colour }) => [sku, colour])),
      })),
    [quickKeys],
  );
  const [first] = pages;
  const isGone = asked?.startsWith('page:') === true && !pages.some(({ id }) => id === asked);
  const chosen = asked === undefined || isGone ? (first?.id ?? null) : asked;
  const shown = pages.find(({ id }) => id === chosen);
  const page = shown?.page;
  return {
    pages,
    chosen,
    choose,
    colours: shown?.colours ?? NO_COLOURS,
    filter: { categoryId: page === undefined ? chosen : null, page },
  };
};

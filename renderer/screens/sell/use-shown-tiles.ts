import { useMemo, useState } from 'react';
import { pagesOf } from '#shared/domain/quick-keys/apply.ts';
import type { ProductFilter } from '#renderer/queries/use-products.ts';
import { useQuickKeys } from '#renderer/queries/use-quick-keys.ts';

type ShownTiles = {
  readonly pages: readonly { readonly id: string; readonly name: string }[];
  /** Id of a page or a category; null = all. */
  readonly chosen: string | null;
  readonly choose: (id: string | null) => void;
  readonly filter: Pick<ProductFilter, 'categoryId' | 'page'>;
};

/** No category's id has a colon. */
const pageId = (place: number): string => `page:${place}`;

/** Which tiles are shown: until somebody chooses, the first page of the store's quick keys, where there is one. */
export const useShownTiles = (): ShownTiles => {
  const quickKeys = useQuickKeys();
  const [asked, choose] = useState<string | null>();
  const pages = useMemo(
    () =>
      pagesOf(quickKeys).map(({ name, skus }, place) => ({ id: pageId(place), name, page: skus })),
    [quickKeys],
  );
  const [first] = pages;
  const isGone = asked?.startsWith('page:') === true && !pages.some(({ id }) => id === asked);
  const chosen = asked === undefined || isGone ? (first?.id ?? null) : asked;
  const page = pages.find(({ id }) => id === chosen)?.page;
  return {
    pages,
    chosen,
    choose,
    filter: { categoryId: page === undefined ? chosen : null, page },
  };
};

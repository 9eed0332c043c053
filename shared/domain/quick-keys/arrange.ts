import { fail, ok, type Result } from '#shared/kernel/result.ts';
import type { Arrangement } from './apply.ts';
import {
  MAX_PAGE_NAME,
  MAX_PAGES,
  MAX_TILES,
  type QuickKeys,
  type QuickKeysPage,
  type TileColour,
} from './schema.ts';

type Pages = readonly QuickKeysPage[];

const withPage = (
  pages: Pages,
  place: number,
  by: (page: QuickKeysPage) => QuickKeysPage,
): QuickKeysPage[] => pages.map((page, at) => (at === place ? by(page) : page));

const moved = <Item>(items: readonly Item[], place: number, by: 1 | -1): Item[] => {
  const item = items[place];
  const to = place + by;
  if (item === undefined || to < 0 || to >= items.length) return [...items];
  return items.toSpliced(place, 1).toSpliced(to, 0, item);
};

export const canAddPage = (pages: Pages): boolean => pages.length < MAX_PAGES;

/** At the end; a full layout stays as it is. */
export const addPage = (pages: Pages, name: string): QuickKeysPage[] =>
  canAddPage(pages) ? [...pages, { name, skus: [] }] : [...pages];

export const removePage = (pages: Pages, page: number): QuickKeysPage[] => pages.toSpliced(page, 1);

export const renamePage = (pages: Pages, page: number, name: string): QuickKeysPage[] =>
  withPage(pages, page, (before) => ({ ...before, name: name.slice(0, MAX_PAGE_NAME) }));

export const movePage = (pages: Pages, page: number, by: 1 | -1): QuickKeysPage[] =>
  moved(pages, page, by);

/** null = none. */
export const colourOf = ({ colours = [] }: QuickKeysPage, sku: string): TileColour | null =>
  colours.find((one) => one.sku === sku)?.colour ?? null;

/** A tile has a colour from now on, or none. */
export const colourTile = (
  pages: Pages,
  page: number,
  sku: string,
  colour: TileColour | null,
): QuickKeysPage[] =>
  withPage(pages, page, ({ colours = [], ...before }) => {
    const others = colours.filter((one) => one.sku !== sku);
    const coloured = colour === null ? others : [...others, { sku, colour }];
    return coloured.length === 0 ? before : { ...before, colours: coloured };
  });

/** At the end of a page, unless it is there already or the page is full. */
export const addTile = (pages: Pages, page: number, sku: string): QuickKeysPage[] =>
  withPage(pages, page, (before) =>
    before.skus.includes(sku) || before.skus.length >= MAX_TILES
      ? before
      : { ...before, skus: [...before.skus, sku] },
  );

export const removeTile = (pages: Pages, page: number, sku: string): QuickKeysPage[] =>
  withPage(colourTile(pages, page, sku, null), page, (before) => ({
    ...before,
    skus: before.skus.filter((one) => one !== sku),
  }));

/** One place earlier or later; those at the ends stay. */
export const moveTile = (pages: Pages, page: number, sku: string, by: 1 | -1): QuickKeysPage[] =>
  withPage(pages, page, (before) => ({
    ...before,
    skus: moved(before.skus, before.skus.indexOf(sku), by),
  }));

/** To the end of another page, unless that is full; its colour comes with it. */
export const moveTileTo = (
  pages: Pages,
  page: number,
  sku: string,
  other: number,
): QuickKeysPage[] => {
  const target = pages[other];
  if (!target || other === page) return [...pages];
  if (!target.skus.includes(sku) && target.skus.length >= MAX_TILES) return [...pages];
  const colour = pages[page] ? colourOf(pages[page], sku) : null;
  const there = addTile(pages, other, sku);
  return removeTile(colour === null ? there : colourTile(there, other, sku, colour), page, sku);
};

export type QuickKeysProblem =
  /** A page is known by its name alone. */
  { readonly type: 'page_name_missing' };

/** The arrangement that takes the place of the one that whoever made it saw. */
export const decideArrangement = (
  pages: Pages,
  seen: QuickKeys | null,
): Result<Arrangement, QuickKeysProblem> => {
  const named = pages.map((page) => ({ ...page, name: page.name.trim() }));
  if (named.some(({ name }) => name === '')) return fail({ type: 'page_name_missing' });
  const versions = seen?.versions ?? [];
  return ok({
    seen: versions.map(({ operationId }) => operationId),
    revision: (versions[0]?.revision ?? 0) + 1,
    pages: named,
  });
};

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { arrangeQuickKeys } from '#renderer/commands/arrange-quick-keys.ts';
import { useProducts } from '#renderer/queries/use-products.ts';
import { useQuickKeys } from '#renderer/queries/use-quick-keys.ts';
import { useApprovedCommand } from '#renderer/session/use-approved-command.ts';
import type { ShownProblem } from '#renderer/session/use-problem-text.ts';
import {
  addPage,
  addTile,
  canAddPage,
  colourOf,
  colourTile,
  movePage,
  moveTile,
  moveTileTo,
  removePage,
  removeTile,
  renamePage,
} from '#shared/domain/quick-keys/arrange.ts';
import { overruledIn, pagesOf } from '#shared/domain/quick-keys/apply.ts';
import type {
  QuickKeys,
  QuickKeysPage,
  QuickKeysVersion,
  TileColour,
} from '#shared/domain/quick-keys/schema.ts';

type Pages = readonly QuickKeysPage[];

/** What was changed, and what lay before whoever changed it: what comes down meanwhile they have not seen. */
type Draft = { readonly seen: QuickKeys | null; readonly pages: Pages };

/** As many of the catalog's tiles as the first page of a store begins with. */
const PROPOSED = 24;

export type LayoutDraft = {
  readonly pages: Pages;
  readonly pageAt: number;
  readonly page: QuickKeysPage | undefined;
  /** SKU of the tile that keys and buttons act on. */
  readonly chosen: string | null;
  readonly choose: (sku: string | null) => void;
  /** The tile before or after the chosen one. */
  readonly select: (by: 1 | -1) => void;
  readonly turnTo: (place: number) => void;
  readonly isChanged: boolean;
  readonly canAddPage: boolean;
  readonly addPage: () => void;
  readonly renamePage: (name: string) => void;
  readonly movePage: (by: 1 | -1) => void;
  readonly removePage: () => void;
  readonly add: (sku: string) => void;
  readonly move: (by: 1 | -1) => void;
  readonly moveTo: (place: number) => void;
  readonly remove: () => void;
  /** Of the chosen tile; null = none. */
  readonly colour: TileColour | null;
  readonly paint: (colour: TileColour | null) => void;
  /** What somebody arranged and the one that holds did not see. */
  readonly overruled: QuickKeysVersion | null;
  readonly showOverruled: () => void;
  readonly save: () => Promise<void>;
  readonly discard: () => void;
  readonly isSaved: boolean;
  readonly isBusy: boolean;
  readonly problem: ShownProblem | null;
};

/** The quick keys while somebody arranges them: nothing of it is seen at any till until it is saved. */
export const useLayoutDraft = (): LayoutDraft => {
  const { t } = useTranslation();
  const known = useQuickKeys();
  const tiles = useProducts({ text: '', categoryId: null });
  const [draft, setDraft] = useState<Draft | null>(null);
  const [asked, setPage] = useState(0);
  const [chosen, choose] = useState<string | null>(null);
  const [isSaved, setSaved] = useState(false);
  const [problem, setProblem] = useState<ShownProblem | null>(null);
  const { run, isBusy } = useApprovedCommand(arrangeQuickKeys);

  const proposed = (): Pages => [
    {
      name: t('quickKeys.firstPage'),
      skus: (tiles ?? []).slice(0, PROPOSED).map(({ sku }) => sku),
    },
  ];
  const pages = draft?.pages ?? (known === null ? proposed() : pagesOf(known));
  const pageAt = Math.max(0, Math.min(asked, pages.length - 1));
  const page = pages[pageAt];
  const change = (next: Pages): void => {
    setDraft({ seen: draft === null ? known : draft.seen, pages: next });
    setSaved(false);
    setProblem(null);
  };
  const turnTo = (place: number): void => {
    setPage(place);
    choose(null);
  };
  const onChosen = (by: (sku: string) => Pages): void => {
    if (chosen !== null) change(by(chosen));
  };
  const overruled = overruledIn(known);

  return {
    pages,
    pageAt,
    page,
    chosen: chosen !== null && page?.skus.includes(chosen) === true ? chosen : null,
    choose,
    select: (by) => {
      const skus = page?.skus ?? [];
      const place = skus.findIndex((sku) => sku === chosen);
      choose(skus[Math.max(0, Math.min(place + by, skus.length - 1))] ?? null);
    },
    turnTo,
    isChanged: draft !== null,
    canAddPage: canAddPage(pages),
    addPage: () => {
      change(addPage(pages, t('quickKeys.newPage', { number: String(pages.length + 1) })));
      turnTo(pages.length);
    },
    renamePage: (name) => change(renamePage(pages, pageAt, name)),
    movePage: (by) => {
      change(movePage(pages, pageAt, by));
      setPage(Math.max(0, Math.min(pageAt + by, pages.length - 1)));
    },
    removePage: () => {
      change(removePage(pages, pageAt));
      turnTo(Math.max(0, pageAt - 1));
    },
    add: (sku) => {
      change(addTile(pages, pageAt, sku));
      choose(sku);
    },
    move: (by) => onChosen((sku) => moveTile(pages, pageAt, sku, by)),
    moveTo: (place) => onChosen((sku) => moveTileTo(pages, pageAt, sku, place)),
    remove: () => {
      const skus = page?.skus ?? [];
      const place = skus.findIndex((sku) => sku === chosen);
      onChosen((sku) => removeTile(pages, pageAt, sku));
      choose(skus[place + 1] ?? skus[place - 1] ?? null);
    },
    colour: page && chosen !== null ? colourOf(page, chosen) : null,
    paint: (colour) => onChosen((sku) => colourTile(pages, pageAt, sku, colour)),
    overruled,
    showOverruled: () => {
      if (overruled) change(overruled.pages);
    },
    save: async () => {
      const saved = await run({ pages, seen: draft === null ? known : draft.seen });
      setProblem(saved.ok ? null : saved.problem);
      if (!saved.ok) return;
      setDraft(null);
      setSaved(true);
    },
    discard: () => {
      setDraft(null);
      setProblem(null);
    },
    isSaved,
    isBusy,
    problem,
  };
};

import { layoutText } from '../domain/settings/receipt-layout.ts';
import type { Locale } from '../kernel/text.ts';
import { GAP, middle, type PaperLine, row } from './paper-line.ts';
import { fill, type PaperWords } from './paper-words.ts';
import type { Receipt } from './receipt.ts';
import type { Shop } from './shop.ts';

/** Whose paper it is; nothing of a store that is not known yet. */
export const shopLines = ({ layout, chainName, storeName, address }: Shop): PaperLine[] => [
  ...(layout.logo === null
    ? []
    : [{ type: 'picture', picture: layout.logo, label: chainName } as const, GAP]),
  ...(chainName === '' ? [] : [middle(chainName, 'large')]),
  ...[storeName, address].filter((line) => line !== '').map((line) => middle(line)),
  ...layout.header.map((line) => middle(line)),
  ...layout.legal.map((line) => middle(line)),
];

type About = {
  /** null = papers of this kind have none. */
  readonly number: string | null;
  readonly at: string;
  readonly cashier: string | null;
  readonly tillId: string | null;
};

/** Whose paper it is, made where and when. `marks` say what kind of paper it is; none = a receipt itself. */
export const headLines = (
  shop: Shop,
  { number, at, cashier, tillId }: About,
  marks: readonly string[],
  { say, moment }: PaperWords,
): PaperLine[] => [
  ...shopLines(shop),
  ...(marks.length === 0 ? [] : [GAP, ...marks.map((mark) => middle(mark, 'strong'))]),
  GAP,
  ...(number === null ? [] : [row(fill(say.receipt.number, 'number', number))]),
  row(say.receipt.date, moment(at)),
  ...(cashier === null ? [] : [row(say.receipt.cashier, cashier)]),
  ...(tillId === null ? [] : [row(say.receipt.till, tillId)]),
];

const footOf = ({ layout }: Receipt, locale: Locale, { receipt }: PaperWords['say']) => ({
  terms: layoutText(layout.returnTerms, locale),
  footer: layoutText(layout.footer, locale) ?? [receipt.thanks],
  keep: receipt.keep,
});

/** How goods come back, and what the store says at the end. */
export const footLines = (receipt: Receipt, { locale, say }: PaperWords): PaperLine[] => {
  const { terms, footer, keep } = footOf(receipt, locale, say);
  return [
    GAP,
    ...(terms === null ? [] : [...terms.map((line) => row(line)), GAP]),
    ...footer.map((line) => middle(line)),
    ...(terms === null ? [middle(keep)] : []),
  ];
};

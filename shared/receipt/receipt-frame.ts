import { layoutText } from '../domain/settings/receipt-layout.ts';
import type { Locale } from '../kernel/text.ts';
import { GAP, middle, type PaperLine, row } from './paper-line.ts';
import { fill, type PaperWords } from './paper-words.ts';
import type { Receipt } from './receipt.ts';

/** Who sold what, where and when. `mark` says what kind of paper it is; null = the receipt itself. */
export const headLines = (
  receipt: Receipt,
  mark: string | null,
  { say, moment }: PaperWords,
): PaperLine[] => {
  const { layout, chainName, storeName, address, number, at, cashier, tillId, customer } = receipt;
  return [
    ...(layout.logo === null
      ? []
      : [{ type: 'picture', picture: layout.logo, label: chainName } as const, GAP]),
    middle(chainName, 'large'),
    middle(storeName),
    ...(address === '' ? [] : [middle(address)]),
    ...layout.header.map((line) => middle(line)),
    ...layout.legal.map((line) => middle(line)),
    ...(mark === null ? [] : [GAP, middle(mark, 'strong')]),
    GAP,
    row(fill(say.receipt.number, 'number', number)),
    row(say.receipt.date, moment(at)),
    ...(cashier === null ? [] : [row(say.receipt.cashier, cashier)]),
    ...(tillId === null ? [] : [row(say.receipt.till, tillId)]),
    ...(customer === null ? [] : [row(say.receipt.customer, customer)]),
    ...(receipt.buyerTaxNumber === null ? [] : [row(say.fiscal.taxNumber, receipt.buyerTaxNumber)]),
  ];
};

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

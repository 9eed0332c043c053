import type { Discount } from '../domain/pricing/schema.ts';
import { fiscalLines } from './fiscal-lines.ts';
import { giftLines } from './gift-lines.ts';
import { GAP, type PaperLine, row, RULE } from './paper-line.ts';
import { fill, type PaperWords } from './paper-words.ts';
import { salePointsLines } from './points-lines.ts';
import { particularsLines } from './particulars-lines.ts';
import { footLines, headLines } from './receipt-frame.ts';
import type { Receipt, ReceiptTax } from './receipt.ts';

/** What a paper is of its sale: the receipt, a copy of it (`number`: which one, where that is known), or one without prices. */
export type ReceiptForm =
  | { readonly type: 'original' }
  | { readonly type: 'copy'; readonly number: number | null }
  | { readonly type: 'gift' };

export type ReceiptOnPaper = {
  readonly receipt: Receipt;
  /** Text of its QR code; null where it goes without. */
  readonly code: string | null;
  readonly form: ReceiptForm;
};

const discountName = ({ name, kind }: Discount, { say, text }: PaperWords): string => {
  if (name !== null) return text(name);
  return kind === 'points' ? say.tender.points : say.receipt.discount;
};

const linesOf = ({ lines, currency }: Receipt, words: PaperWords): PaperLine[] => {
  const money = (amount: number): string => words.money(amount, currency);
  return lines.flatMap(({ name, quantity, unitPrice, gross, discounts, pieces }) => [
    row(words.text(name)),
    row(`${words.quantity(quantity)} × ${money(unitPrice)}`, money(gross), { indent: 2 }),
    ...pieces.flatMap((piece) => particularsLines(piece, words)),
    ...discounts.map((discount) =>
      row(discountName(discount, words), money(0 - discount.amount), { indent: 2 }),
    ),
  ]);
};

const sumsOf = (
  receipt: Receipt,
  { say, text, percent, money: format }: PaperWords,
): PaperLine[] => {
  const money = (amount: number): string => format(amount, receipt.currency);
  const taxName = receipt.taxInclusive ? say.receipt.taxIncluded : say.receipt.tax;
  const nameOf = ({ rate, name }: ReceiptTax): string =>
    name === null ? fill(say.zReport.rate, 'rate', percent(rate)) : text(name);
  return [
    ...(receipt.discount === 0
      ? []
      : [
          row(say.receipt.subtotal, money(receipt.gross)),
          row(say.receipt.discount, money(0 - receipt.discount)),
        ]),
    ...(receipt.rounding === 0 ? [] : [row(say.receipt.rounding, money(receipt.rounding))]),
    row(say.receipt.total, money(receipt.total), { isStrong: true }),
    ...receipt.taxes.map((tax) => row(fill(taxName, 'name', nameOf(tax)), money(tax.tax))),
    RULE,
    ...receipt.payments.map(({ tender, tendered }) => row(say.tender[tender], money(tendered))),
    ...(receipt.change === 0 ? [] : [row(say.receipt.change, money(receipt.change))]),
  ];
};

/** What is written over a copy. */
const copyMark = (number: number | null, { say, count }: PaperWords): string =>
  number === null ? say.receipt.copy : fill(say.receipt.copyNumber, 'number', count(number));

/** Who pays for goods before they have them is told so: the paper proves the payment alone. */
const aheadMarks = ({ isAhead }: Receipt, { say }: PaperWords): string[] =>
  isAhead ? [say.receipt.ahead] : [];

/** Who buys. */
const partiesOf = ({ customer, buyerTaxNumber }: Receipt, { say }: PaperWords): PaperLine[] => [
  ...(customer === null ? [] : [row(say.receipt.customer, customer)]),
  ...(buyerTaxNumber === null ? [] : [row(say.fiscal.taxNumber, buyerTaxNumber)]),
];

const saleLines = (
  { receipt, code }: ReceiptOnPaper,
  marks: readonly string[],
  words: PaperWords,
): PaperLine[] => [
  ...headLines(receipt, receipt, marks, words),
  ...partiesOf(receipt, words),
  RULE,
  ...linesOf(receipt, words),
  RULE,
  ...sumsOf(receipt, words),
  ...salePointsLines(receipt.points, words),
  ...(receipt.note === null ? [] : [GAP, row(receipt.note)]),
  ...receipt.fiscal.flatMap((record) => [
    ...(record.kind === 'refund' ? [GAP, row(words.say.fiscal.refund)] : []),
    ...fiscalLines(record, words),
  ]),
  ...(code === null
    ? []
    : [GAP, { type: 'qr', text: code, label: words.say.receipt.code } as const]),
  ...footLines(receipt, words),
];

/** What stands on a receipt. */
export const receiptLines = (paper: ReceiptOnPaper, words: PaperWords): PaperLine[] => {
  const { receipt, form } = paper;
  switch (form.type) {
    case 'original':
      return saleLines(paper, aheadMarks(receipt, words), words);
    case 'copy':
      return saleLines(paper, [copyMark(form.number, words), ...aheadMarks(receipt, words)], words);
    case 'gift':
      return giftLines(receipt, words);
  }
};

import type { Particulars } from '../domain/pricing/particulars.ts';
import { GAP, middle, type PaperLine, row, RULE } from './paper-line.ts';
import { fill, type PaperWords } from './paper-words.ts';
import type { Receipt } from './receipt.ts';

export type ReceiptOnPaper = {
  readonly receipt: Receipt;
  /** Text of its QR code; null where it goes without. */
  readonly code: string | null;
  readonly isCopy: boolean;
};

const headOf = ({ receipt, isCopy }: ReceiptOnPaper, { say, moment }: PaperWords): PaperLine[] => [
  middle(receipt.chainName, 'large'),
  middle(receipt.storeName),
  ...(receipt.address === '' ? [] : [middle(receipt.address)]),
  ...(isCopy ? [middle(say.receipt.copy, 'strong')] : []),
  GAP,
  row(fill(say.receipt.number, 'number', receipt.number)),
  row(say.receipt.date, moment(receipt.at)),
  ...(receipt.cashier === null ? [] : [row(say.receipt.cashier, receipt.cashier)]),
  ...(receipt.tillId === null ? [] : [row(say.receipt.till, receipt.tillId)]),
  ...(receipt.customer === null ? [] : [row(say.receipt.customer, receipt.customer)]),
];

/** What is known of a line beyond its price. */
const particularsLines = (
  particulars: Particulars | undefined,
  { say, date }: PaperWords,
): string[] => {
  if (particulars === undefined) return [];
  const { serial, batch, expires, note } = particulars;
  return [
    serial === undefined ? null : fill(say.particulars.serial, 'code', serial),
    batch === undefined ? null : fill(say.particulars.batch, 'code', batch),
    expires === undefined
      ? null
      : fill(say.particulars.expires, 'date', date(`${expires}T12:00:00.000Z`)),
    note ?? null,
  ].filter((words) => words !== null);
};

const linesOf = ({ lines, currency }: Receipt, words: PaperWords): PaperLine[] => {
  const money = (amount: number): string => words.money(amount, currency);
  return lines.flatMap(({ name, quantity, unitPrice, gross, discounts, particulars }) => [
    row(words.text(name)),
    row(`${words.quantity(quantity)} × ${money(unitPrice)}`, money(gross), { indent: 2 }),
    ...particularsLines(particulars, words).map((told) => row(told, null, { indent: 2 })),
    ...discounts.map((discount) =>
      row(
        discount.name ? words.text(discount.name) : words.say.receipt.discount,
        money(0 - discount.amount),
        { indent: 2 },
      ),
    ),
  ]);
};

const sumsOf = (receipt: Receipt, { say, text, money: format }: PaperWords): PaperLine[] => {
  const money = (amount: number): string => format(amount, receipt.currency);
  const taxName = receipt.taxInclusive ? say.receipt.taxIncluded : say.receipt.tax;
  return [
    ...(receipt.discount === 0
      ? []
      : [
          row(say.receipt.subtotal, money(receipt.gross)),
          row(say.receipt.discount, money(0 - receipt.discount)),
        ]),
    ...(receipt.rounding === 0 ? [] : [row(say.receipt.rounding, money(receipt.rounding))]),
    row(say.receipt.total, money(receipt.total), { isStrong: true }),
    ...receipt.taxes.map(({ rate, tax }) =>
      row(fill(taxName, 'name', text(rate.name)), money(tax)),
    ),
    RULE,
    ...receipt.payments.map(({ tender, tendered }) => row(say.tender[tender], money(tendered))),
    ...(receipt.change === 0 ? [] : [row(say.receipt.change, money(receipt.change))]),
  ];
};

/** What stands on a receipt. */
export const receiptLines = (paper: ReceiptOnPaper, words: PaperWords): PaperLine[] => [
  ...headOf(paper, words),
  RULE,
  ...linesOf(paper.receipt, words),
  RULE,
  ...sumsOf(paper.receipt, words),
  ...(paper.receipt.note === null ? [] : [GAP, row(paper.receipt.note)]),
  ...(paper.code === null
    ? []
    : [GAP, { type: 'qr', text: paper.code, label: words.say.receipt.code } as const]),
  GAP,
  middle(words.say.receipt.thanks),
  middle(words.say.receipt.keep),
];

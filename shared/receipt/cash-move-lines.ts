import type { FiscalProof } from '../domain/fiscal/schema.ts';
import type { CashMove } from '../domain/shift/cash-move.ts';
import { fiscalLines } from './fiscal-lines.ts';
import { GAP, type PaperLine, row, RULE } from './paper-line.ts';
import type { PaperWords } from './paper-words.ts';
import { headLines } from './receipt-frame.ts';
import type { Shop } from './shop.ts';

export type CashMoveOnPaper = {
  readonly shop: Shop;
  readonly move: CashMove;
  readonly at: string;
  readonly tillId: string;
  readonly cashier: string | null;
  /** Who let it be done; null = nobody had to. */
  readonly approver: string | null;
  /** As it was registered; null = it is not, or nobody registers it. */
  readonly fiscal: FiscalProof | null;
  readonly isCopy: boolean;
};

/** What came into the drawer or left it other than for goods, to be signed and kept with the cash or what it paid for. */
export const cashMoveLines = (
  { shop, move, at, tillId, cashier, approver, fiscal, isCopy }: CashMoveOnPaper,
  words: PaperWords,
): PaperLine[] => {
  const { say, money } = words;
  const { kind, amount, currency, reason, note } = move;
  return [
    ...headLines(
      shop,
      { number: null, at, cashier, tillId },
      [say.shift.kinds[kind], ...(isCopy ? [say.receipt.copy] : [])],
      words,
    ),
    ...(approver === null ? [] : [row(say.shift.approvedBy, approver)]),
    RULE,
    row(say.shift.reasons[reason]),
    ...(note === '' ? [] : [row(note, null, { indent: 2 })]),
    row(say.shift.amount, money(kind === 'in' ? amount : 0 - amount, currency), { isStrong: true }),
    RULE,
    GAP,
    row(say.shift.signature, '_'.repeat(16)),
    ...fiscalLines(fiscal, words),
  ];
};

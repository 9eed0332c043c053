import { isStoredValue } from '../domain/payment/schema.ts';
import { keptOf } from '../domain/return/refunds.ts';
import type { Return } from '../domain/return/schema.ts';
import type { FiscalProof } from '../domain/fiscal/schema.ts';
import { fiscalLines } from './fiscal-lines.ts';
import { type PaperLine, row, RULE } from './paper-line.ts';
import { fill, type PaperWords } from './paper-words.ts';
import { returnPointsLines } from './points-lines.ts';
import { headLines } from './receipt-frame.ts';
import type { Shop } from './shop.ts';

export type ReturnOnPaper = {
  readonly shop: Shop;
  readonly returned: Return;
  readonly tillId: string;
  readonly cashier: string | null;
  readonly at: string;
  /** As it was registered; null = it is not, or nobody registers it. */
  readonly fiscal: FiscalProof | null;
  readonly isCopy: boolean;
};

/** What came back, and what was given for it. */
export const returnLines = (
  { shop, returned, tillId, cashier, at, fiscal, isCopy }: ReturnOnPaper,
  words: PaperWords,
): PaperLine[] => {
  const { say, text, quantity, money: format } = words;
  const { number, currency, lines, total, rounding, refunds } = returned;
  const money = (amount: number): string => format(amount, currency);
  const kept = keptOf(returned);
  return [
    ...headLines(
      shop,
      { number, at, cashier, tillId },
      [say.receipts.return, ...(isCopy ? [say.receipt.copy] : [])],
      words,
    ),
    RULE,
    ...lines.flatMap((line) => [
      row(text(line.name)),
      row(quantity(line.quantity), money(line.total), { indent: 2 }),
    ]),
    RULE,
    ...(rounding === 0 ? [] : [row(say.receipt.rounding, money(rounding))]),
    ...(kept === 0 ? [] : [row(say.returns.kept, money(kept))]),
    row(say.receipt.total, money(kept - total - rounding), { isStrong: true }),
    ...refunds.flatMap(({ tender, amount, reference }) => [
      row(say.tender[tender], money(0 - amount)),
      ...(isStoredValue(tender) && reference !== null
        ? [
            row(fill(say.returns.storedValue[tender], 'number', reference), null, {
              isStrong: true,
            }),
          ]
        : []),
    ]),
    ...returnPointsLines(returned.points, words),
    ...fiscalLines(fiscal, words),
  ];
};

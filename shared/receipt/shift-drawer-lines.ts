import type { CashCount, ShiftClosing } from '../domain/shift/schema.ts';
import { type PaperLine, row, RULE } from './paper-line.ts';
import type { PaperWords } from './paper-words.ts';
import type { ShiftOnPaper } from './shift-on-paper.ts';

type Money = (amount: number) => string;

const IN = { indent: 2 } as const;

const piecesOf = ({ pieces }: CashCount, money: Money): PaperLine[] =>
  pieces.map((piece) =>
    row(`${money(piece.value)} × ${piece.pieces}`, money(piece.value * piece.pieces), IN),
  );

const countedLines = (closing: ShiftClosing, { zReport }: PaperWords['say'], money: Money) => {
  const { counts, counted, difference, note } = closing;
  const last = counts.at(-1);
  return [
    row(zReport.counted, money(counted)),
    row(zReport.difference, money(difference), { isStrong: true }),
    ...(note === '' ? [] : [row(`${zReport.note}: ${note}`)]),
    RULE,
    row(zReport.pieces),
    ...(last ? piecesOf(last, money) : []),
    ...counts
      .slice(0, -1)
      .map((count) =>
        row(`${zReport.counts}: ${money(count.counted)}`, money(count.counted - count.expected)),
      ),
    ...(last?.isBlind === false ? [row(zReport.notBlind)] : []),
  ];
};

/** The drawer from its float to what should be in it, and what was counted (rule R2). */
export const shiftDrawerLines = (
  { report: { drawer }, closing, currency }: ShiftOnPaper,
  words: PaperWords,
): PaperLine[] => {
  const { zReport, shift } = words.say;
  const money = (amount: number): string => words.money(amount, currency);
  return [
    RULE,
    row(zReport.cash),
    row(zReport.float, money(drawer.float), IN),
    row(zReport.tendered, money(drawer.tendered), IN),
    row(zReport.change, money(0 - drawer.change), IN),
    row(shift.cashIn, money(drawer.cashIn), IN),
    row(shift.cashOut, money(0 - drawer.cashOut), IN),
    row(shift.safeDrop, money(0 - drawer.safeDrops), IN),
    row(zReport.refunds, money(0 - drawer.refunds), IN),
    row(zReport.expected, money(drawer.expected)),
    ...(closing === null ? [] : countedLines(closing, words.say, money)),
  ];
};

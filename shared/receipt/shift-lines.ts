import { fiscalLines } from './fiscal-lines.ts';
import { type PaperLine, row, RULE } from './paper-line.ts';
import type { PaperWords } from './paper-words.ts';
import { shiftDrawerLines } from './shift-drawer-lines.ts';
import type { ShiftOnPaper } from './shift-on-paper.ts';
import { shiftSumLines } from './shift-sum-lines.ts';

const cashMoveLines = (
  { report, currency, staffName }: ShiftOnPaper,
  { say, time, money }: PaperWords,
): PaperLine[] =>
  report.cashMoves.flatMap(({ at, staffId, move }) => [
    row(
      `${time(at)} ${say.shift.kinds[move.kind]}`,
      money(move.kind === 'in' ? move.amount : 0 - move.amount, currency),
    ),
    row(
      `${say.shift.reasons[move.reason]}${move.note === '' ? '' : `: ${move.note}`}`,
      staffName(staffId),
      { indent: 2 },
    ),
  ]);

const kindOf = ({ closing }: ShiftOnPaper, { say }: PaperWords): string =>
  closing === null ? say.shift.xReport : say.shift.zReport;

/** Which report it is: Z report 12. */
export const shiftTitle = (paper: ShiftOnPaper, words: PaperWords): string =>
  `${kindOf(paper, words)} ${paper.number}`;

/** What stands on an X or a Z report. */
export const shiftLines = (paper: ShiftOnPaper, words: PaperWords): PaperLine[] => {
  const { report, closing, isBlind, staffName } = paper;
  const { say, moment, money } = words;
  const { zReport } = say;
  return [
    row(paper.storeName),
    row(`${kindOf(paper, words)} № ${paper.number}`, null, { isStrong: true }),
    row(zReport.till, paper.tillId),
    row(zReport.opened, moment(paper.openedAt)),
    row('', staffName(paper.openedBy)),
    row(closing === null ? zReport.made : zReport.closed, moment(paper.at)),
    row('', staffName(paper.by)),
    RULE,
    ...shiftSumLines(paper, words),
    ...(isBlind ? [row(zReport.hiddenNote)] : shiftDrawerLines(paper, words)),
    ...(report.cashMoves.length === 0
      ? []
      : [RULE, row(zReport.cashMoves), ...cashMoveLines(paper, words)]),
    ...(report.pendingRefunds.length === 0
      ? []
      : [
          RULE,
          row(zReport.pending),
          ...report.pendingRefunds.map(({ tender, amount }) =>
            row(say.tender[tender], money(amount, paper.currency), { indent: 2 }),
          ),
        ]),
    ...fiscalLines(paper.fiscal ?? null, words),
  ];
};

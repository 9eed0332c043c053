import { fill, type PaperWords } from './paper-words.ts';
import { type PaperLine, row, RULE } from './paper-line.ts';
import type { ShiftOnPaper } from './shift-on-paper.ts';

type Money = (amount: number) => string;

const IN = { indent: 2 } as const;

/** A heading and what stands under it; nothing where that is nothing. */
const group = (name: string, rows: readonly PaperLine[]): PaperLine[] =>
  rows.length === 0 ? [] : [RULE, row(name), ...rows];

const tenderLines = ({ report, isBlind }: ShiftOnPaper, { say }: PaperWords, money: Money) => {
  const shown = report.tenders.filter(({ tender }) => !isBlind || tender !== 'cash');
  return [
    RULE,
    row(say.zReport.tenders),
    ...(isBlind ? [row(say.tender.cash, say.shift.hidden, IN)] : []),
    ...shown.flatMap(({ tender, taken, payments, refunded, refunds }) => {
      const name = say.tender[tender];
      const back = fill(say.zReport.refunded, 'tender', name);
      return [
        row(`${name} (${payments})`, money(taken), IN),
        ...(refunds === 0 ? [] : [row(`${back} (${refunds})`, money(0 - refunded), IN)]),
      ];
    }),
  ];
};

const taxLines = ({ report }: ShiftOnPaper, { say, percent }: PaperWords, money: Money) =>
  report.taxes.flatMap(({ rate, sold, soldTax, returned, returnedTax }) => [
    row(fill(say.zReport.rate, 'rate', percent(rate)), money(sold - returned), IN),
    row(say.zReport.rateTax, money(soldTax - returnedTax), { indent: 4 }),
  ]);

const divisionLines = (paper: ShiftOnPaper, words: PaperWords, money: Money): PaperLine[] => {
  const { say } = words;
  const { report, staffName, categoryName } = paper;
  return [
    RULE,
    row(say.zReport.taxes),
    ...taxLines(paper, words, money),
    RULE,
    row(say.zReport.categories),
    ...report.categories.map(({ categoryId, sold, returned }) => {
      const name = categoryId === null ? null : categoryName(categoryId);
      return row(name ?? say.zReport.noCategory, money(sold - returned), IN);
    }),
    RULE,
    row(say.zReport.staff),
    ...report.staff.map(({ staffId, sales, sold, returned }) =>
      row(`${staffName(staffId)} (${sales})`, money(sold - returned), IN),
    ),
    ...group(
      say.zReport.discounts,
      report.discounts.map(({ kind, lines, amount }) =>
        row(`${say.dashboard.discount[kind]} (${lines})`, money(0 - amount), IN),
      ),
    ),
    ...group(
      say.zReport.reasonsOfReturns,
      report.returnReasons.map(({ reason, lines, total }) =>
        row(`${say.returnReason[reason]} (${lines})`, money(0 - total), IN),
      ),
    ),
  ];
};

/** What was sold and taken back in a shift, divided in every way. */
export const shiftSumLines = (paper: ShiftOnPaper, words: PaperWords): PaperLine[] => {
  const { report, isBlind, currency } = paper;
  const { say, count } = words;
  const money = (amount: number): string => words.money(amount, currency);
  const { sales, returns, giftCards, handOvers, rounding, voids, drawerOpenings } = report;
  const { zReport } = say;
  return [
    row(zReport.salesCount, count(sales.count)),
    ...(isBlind ? [] : [row(zReport.sales, money(sales.total))]),
    row(zReport.returnsCount, count(returns.count)),
    ...(isBlind
      ? []
      : [
          row(zReport.returns, money(0 - returns.total)),
          row(zReport.rounding, money(rounding)),
          row(zReport.net, money(sales.total - returns.total), { isStrong: true }),
        ]),
    ...(isBlind || giftCards === undefined
      ? []
      : [row(`${zReport.giftCards} (${giftCards.count})`, money(giftCards.total))]),
    row(zReport.handOvers, count(handOvers)),
    row(zReport.drawerOpenings, count(drawerOpenings)),
    row(`${zReport.voids}: ${zReport.voidedLines}`, count(voids.lines)),
    row(`${zReport.voids}: ${zReport.voidedBaskets}`, count(voids.baskets)),
    row(zReport.voids, money(voids.amount), IN),
    ...tenderLines(paper, words, money),
    ...(isBlind ? [] : divisionLines(paper, words, money)),
  ];
};

import type { ReturnPoints, SalePoints } from '../domain/points/schema.ts';
import { type PaperLine, row, RULE } from './paper-line.ts';
import { fill, type PaperWords } from './paper-words.ts';

/** What the sale did to its customer's points, and what they have as far as the till knew then; null = it did nothing. */
export const salePointsLines = (
  points: SalePoints | null,
  { say, count, moment }: PaperWords,
): PaperLine[] => {
  if (points === null) return [];
  const { earned, spent, known } = points;
  return [
    RULE,
    ...(spent === 0 ? [] : [row(say.points.spent, count(spent))]),
    row(say.points.earned, count(earned)),
    ...(known === null
      ? []
      : [
          row(say.points.left, count(known.balance), { isStrong: true }),
          row(fill(say.common.asOf, 'time', moment(known.at)), null, { indent: 2 }),
        ]),
  ];
};

/** Points earned with what came back are taken back, and spent ones are there again (rule R12). */
export const returnPointsLines = (
  points: ReturnPoints | undefined,
  { say, count }: PaperWords,
): PaperLine[] => {
  const { takenBack, restored } = points ?? { takenBack: 0, restored: 0 };
  return [
    ...(takenBack === 0 ? [] : [row(say.points.takenBack, count(0 - takenBack))]),
    ...(restored === 0 ? [] : [row(say.points.restored, count(restored))]),
  ];
};

import { maskedCode } from '../domain/payment/masked-code.ts';
import type { Particulars } from '../domain/pricing/particulars.ts';
import { type PaperLine, row } from './paper-line.ts';
import { fill, type PaperWords } from './paper-words.ts';

/** What is known of a line beyond its price. */
export const particularsLines = (
  { serial, batch, expires, note, mark, giftCard }: Particulars,
  { say, date }: PaperWords,
): PaperLine[] =>
  [
    giftCard === undefined ? null : fill(say.particulars.giftCard, 'code', maskedCode(giftCard)),
    serial === undefined ? null : fill(say.particulars.serial, 'code', serial),
    mark === undefined ? null : say.particulars.marked,
    batch === undefined ? null : fill(say.particulars.batch, 'code', batch),
    expires === undefined
      ? null
      : fill(say.particulars.expires, 'date', date(`${expires}T12:00:00.000Z`)),
    note ?? null,
  ].flatMap((told) => (told === null ? [] : [row(told, null, { indent: 2 })]));

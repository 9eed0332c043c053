import { isGiftCard } from '../domain/pricing/gift-card.ts';
import { GAP, type PaperLine, row, RULE } from './paper-line.ts';
import type { PaperWords } from './paper-words.ts';
import { particularsLines } from './particulars-lines.ts';
import { footLines, headLines } from './receipt-frame.ts';
import type { Receipt } from './receipt.ts';

/**
 * A receipt for who is given the goods: what they are and the number by which they come back, and nothing of what was paid.
 * So it has bars with the number alone, as the signed code of a receipt holds its amounts; nor does it name the customer.
 */
export const giftLines = (receipt: Receipt, words: PaperWords): PaperLine[] => {
  const { say, text, quantity } = words;
  return [
    ...headLines(receipt, receipt, [say.receipt.gift], words),
    RULE,
    ...receipt.lines
      .filter((line) => !isGiftCard(line))
      .flatMap((line) => [
        row(text(line.name), `${quantity(line.quantity)} ${say.unit[line.unit]}`),
        ...line.pieces.flatMap((piece) => particularsLines(piece, words)),
      ]),
    RULE,
    row(say.receipt.giftReturn),
    GAP,
    { type: 'barcode', text: receipt.number },
    ...footLines(receipt, words),
  ];
};

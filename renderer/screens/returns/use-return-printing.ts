import { useEffect, useRef } from 'react';
import type { Order } from '#shared/domain/order/schema.ts';
import { returnLines, type ReturnOnPaper } from '#shared/receipt/return-lines.ts';
import { usePrinter } from '#renderer/session/use-printer.ts';
import { useReceiptPrinting } from '#renderer/session/use-receipt-printing.ts';
import { usePaperWords } from '#renderer/ui/receipt/use-paper-words.ts';

/**
 * The papers of a return come out by themselves, once; what this gives prints them again. `sold` is what was taken
 * instead: null where it was no exchange, undefined until it is known.
 */
export const useReturnPrinting = (
  paper: ReturnOnPaper,
  sold: Order | null | undefined,
): (() => Promise<void>) => {
  const { print } = usePrinter();
  const { printFirst, printAgain } = useReceiptPrinting();
  const words = usePaperWords();
  const { number } = paper.returned;
  const isPrinted = useRef(false);
  const toPrint = { title: number, lines: returnLines(paper, words) };
  useEffect(() => {
    if (isPrinted.current || sold === undefined) return;
    isPrinted.current = true;
    void print({ ...toPrint, id: `return-${number}` });
    if (sold) void printFirst(sold);
  });
  return async () => {
    if ((await print(toPrint)) !== 'taken') window.print();
    else if (sold) await printAgain(sold, { isCopy: true });
  };
};

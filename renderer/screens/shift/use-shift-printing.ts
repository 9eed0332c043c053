import { shiftLines, shiftTitle } from '#shared/receipt/shift-lines.ts';
import type { ShiftOnPaper } from '#shared/receipt/shift-on-paper.ts';
import { usePrinter } from '#renderer/session/use-printer.ts';
import { usePaperWords } from '#renderer/ui/receipt/use-paper-words.ts';

/** Prints an X or a Z report. */
export const useShiftPrinting = (): ((paper: ShiftOnPaper) => Promise<void>) => {
  const { printOrBrowser } = usePrinter();
  const words = usePaperWords();
  return (paper) =>
    printOrBrowser({ title: shiftTitle(paper, words), lines: shiftLines(paper, words) });
};

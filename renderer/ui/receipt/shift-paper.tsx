import { shiftLines, shiftTitle } from '#shared/receipt/shift-lines.ts';
import type { ShiftOnPaper } from '#shared/receipt/shift-on-paper.ts';
import { Paper } from './paper.tsx';
import { PaperLines } from './paper-lines.tsx';
import { PrintedCopy } from './printed-copy.tsx';
import { usePaperWords } from './use-paper-words.ts';

/** An X or a Z report as it comes out of the printer, over as many pages as it takes. */
export const ShiftPaper = (paper: ShiftOnPaper) => (
  <>
    <Sheet {...paper} />
    <PrintedCopy>
      <Sheet {...paper} />
    </PrintedCopy>
  </>
);

const Sheet = (paper: ShiftOnPaper) => {
  const words = usePaperWords();
  return (
    <Paper label={shiftTitle(paper, words)}>
      <PaperLines lines={shiftLines(paper, words)} />
    </Paper>
  );
};

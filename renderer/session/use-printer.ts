import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { PaperUse } from '#shared/devices/printing.ts';
import { paperDocument } from '#shared/receipt/paper-document.ts';
import type { PaperLine } from '#shared/receipt/paper-line.ts';
import { type PrintOutcome, printPaper } from './print-paper.ts';
import { useTill } from './till-context.ts';

export type PaperToPrint = {
  /** The same at every try of what is to be printed once; left out, each is a paper of its own. */
  readonly id?: string;
  /** For people: the number of the receipt. */
  readonly title: string;
  readonly lines: readonly PaperLine[];
};

export type Printing = {
  /** What did not get into the spool, or perhaps not, is told to the cashier. */
  readonly print: (paper: PaperToPrint) => Promise<PrintOutcome>;
  /** Where this computer has no printer for it, the browser prints what is on the screen. */
  readonly printOrBrowser: (paper: PaperToPrint) => Promise<void>;
};

/** Prints at this computer's own printer. No sale waits for it. */
export const usePrinter = (use: PaperUse = 'receipts'): Printing => {
  const { t } = useTranslation();
  const { shell, store, unprinted } = useTill();
  const print = useCallback(
    async ({ id = `paper-${crypto.randomUUID()}`, title, lines }: PaperToPrint) => {
      const document = paperDocument(lines);
      const paper = { id, title, document, againTitle: t('devices.again') };
      const outcome = await printPaper({ shell, ledger: store.ledger }, paper, use);
      const { tell, cameOut } = unprinted.getState();
      if (outcome === 'failed' || outcome === 'unknown')
        tell({ paper: { id, title, lines }, use, outcome });
      else if (outcome === 'taken') cameOut(id);
      return outcome;
    },
    [t, shell, store, unprinted, use],
  );
  const printOrBrowser = useCallback(
    async (paper: PaperToPrint): Promise<void> => {
      if ((await print(paper)) === 'no_printer') window.print();
    },
    [print],
  );
  return { print, printOrBrowser };
};

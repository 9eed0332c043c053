import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { PaperUse } from '#shared/devices/printing.ts';
import { cutPaper } from '#shared/receipt/cut-paper.ts';
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
    async ({ id: first = `paper-${crypto.randomUUID()}`, title, lines }: PaperToPrint) => {
      const { tell, cameOut } = unprinted.getState();
      let outcome: PrintOutcome = 'taken';
      for (const [place, { document, from }] of cutPaper(lines).entries()) {
        const id = place === 0 ? first : `${first}.${place + 1}`;
        const paper = { id, title, document, againTitle: t('devices.again') };
        outcome = await printPaper({ shell, ledger: store.ledger }, paper, use);
        // Whoever tries again has what is missing of it.
        if (outcome === 'failed' || outcome === 'unknown')
          tell({ paper: { id, title, lines: from }, use, outcome });
        else if (outcome === 'taken') cameOut(id);
        if (outcome !== 'taken') break;
      }
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

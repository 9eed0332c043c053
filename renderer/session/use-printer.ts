import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { PaperUse } from '#shared/devices/printing.ts';
import { paperDocument } from '#shared/receipt/paper-document.ts';
import type { PaperLine } from '#shared/receipt/paper-line.ts';
import { useTill } from './till-context.ts';

export type PaperToPrint = {
  /** The same at every try of what is to be printed once; left out, each is a paper of its own. */
  readonly id?: string;
  /** For people: the number of the receipt. */
  readonly title: string;
  readonly lines: readonly PaperLine[];
};

/** `taken`: it is in the spool, and comes out of the printer now or when that can print again. */
export type PrintOutcome = 'taken' | 'no_printer' | 'failed';

export type Printing = {
  readonly print: (paper: PaperToPrint) => Promise<PrintOutcome>;
  /** Where this computer has no printer for it, the browser prints what is on the screen. */
  readonly printOrBrowser: (paper: PaperToPrint) => Promise<void>;
};

/** Prints at this computer's own printer. No sale waits for it. */
export const usePrinter = (use: PaperUse = 'receipts'): Printing => {
  const { t } = useTranslation();
  const { shell } = useTill();
  const print = useCallback(
    async ({ id, title, lines }: PaperToPrint): Promise<PrintOutcome> => {
      const paper = {
        id: id ?? `paper-${crypto.randomUUID()}`,
        title,
        document: paperDocument(lines),
        againTitle: t('devices.again'),
      };
      const done = await shell.call('devices.print', { paper, use });
      if (done.ok) return 'taken';
      const { type } = done.problem;
      return type === 'no_printer' || type === 'call_unavailable' ? 'no_printer' : 'failed';
    },
    [t, shell, use],
  );
  const printOrBrowser = useCallback(
    async (paper: PaperToPrint): Promise<void> => {
      if ((await print(paper)) !== 'taken') window.print();
    },
    [print],
  );
  return { print, printOrBrowser };
};

import { useEffect, useRef, useState } from 'react';
import type { Order } from '#shared/domain/order/schema.ts';
import { findFiscalProof } from '#renderer/queries/use-fiscal-proof.ts';
import type { PrintOutcome } from '#renderer/session/print-paper.ts';
import { useTill } from '#renderer/session/till-context.ts';
import { returnLines, type ReturnOnPaper } from '#shared/receipt/return-lines.ts';
import type { ShownProblem } from '#renderer/session/use-problem-text.ts';
import { useIsOut } from '#renderer/session/use-is-out.ts';
import { useReceiptDesk } from '#renderer/session/use-receipt-desk.ts';
import { useReturnDesk } from '#renderer/session/use-return-desk.ts';
import { usePrinter } from '#renderer/session/use-printer.ts';
import { firstReceiptId, useReceiptPrinting } from '#renderer/session/use-receipt-printing.ts';
import { printInBrowser } from '#renderer/ui/receipt/browser-paper.tsx';
import { usePaperWords } from '#renderer/ui/receipt/use-paper-words.ts';

type ReturnPrinting = {
  readonly print: () => Promise<void>;
  /** Why nothing was printed at the last press; null = it was. */
  readonly problem: ShownProblem | null;
};

/**
 * The papers of a return come out by themselves, once. What this gives prints copies of them; where there is no printer
 * the browser prints them first as they stand on the screen. `sold` is what was taken instead: null where it was no
 * exchange, undefined until it is known.
 */
export const useReturnPrinting = (
  operationId: string,
  paper: ReturnOnPaper,
  sold: Order | null | undefined,
): ReturnPrinting => {
  const { fiscalDesk, store, unprinted } = useTill();
  const { print } = usePrinter();
  const { printFirst } = useReceiptPrinting();
  const returnDesk = useReturnDesk(paper);
  const soldDesk = useReceiptDesk(sold, true);
  const words = usePaperWords();
  const { number } = paper.returned;
  const isPrinted = useRef(false);
  const id = `return-${number}`;
  const [outcome, setOutcome] = useState<PrintOutcome>('taken');
  const isOut = useIsOut(id, outcome);
  useEffect(() => {
    if (isPrinted.current || sold === undefined) return;
    isPrinted.current = true;
    const first = async (): Promise<void> => {
      await fiscalDesk.settled();
      const fiscal = await findFiscalProof(store.ledger, operationId, 'refund');
      const lines = returnLines({ ...paper, fiscal }, words);
      setOutcome(await print({ title: number, lines, id }));
      if (sold) await printFirst(sold);
    };
    void first();
  });
  return {
    problem: returnDesk.problem ?? soldDesk.problem,
    print: async () => {
      if (!isOut) {
        const { cameOut } = unprinted.getState();
        setOutcome('taken');
        cameOut(id);
        // What was sold has a notice of its own, or came out: the page would print it a second time.
        if (outcome === 'failed') {
          printInBrowser({ title: number, lines: returnLines(paper, words) });
          return;
        }
        if (sold) cameOut(firstReceiptId(sold.id));
        window.print();
        return;
      }
      await returnDesk.print();
      if (sold) await soldDesk.print();
    },
  };
};

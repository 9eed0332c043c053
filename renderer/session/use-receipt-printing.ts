import { useCallback } from 'react';
import type { Order } from '#shared/domain/order/schema.ts';
import { receiptLines } from '#shared/receipt/receipt-lines.ts';
import { receiptOf } from '#shared/receipt/receipt.ts';
import { useReferences } from '../queries/use-references.ts';
import { usePaperWords } from '../ui/receipt/use-paper-words.ts';
import { useTill } from './till-context.ts';
import { type PaperToPrint, usePrinter } from './use-printer.ts';

type ReceiptPrinting = {
  /** Once, however often this is asked; where there is no printer nothing happens. */
  readonly printFirst: (order: Order) => Promise<void>;
  /** By the browser where there is no printer. */
  readonly printAgain: (order: Order, options: { readonly isCopy: boolean }) => Promise<void>;
};

/** Prints the receipts of orders. */
export const useReceiptPrinting = (): ReceiptPrinting => {
  const { signReceipt } = useTill();
  const { settings, staff } = useReferences();
  const { print, printOrBrowser } = usePrinter();
  const words = usePaperWords();
  const paperOf = useCallback(
    async (order: Order, isCopy: boolean): Promise<PaperToPrint | null> => {
      if (!settings) return null;
      const cashier = staff.find(({ id }) => id === order.staffId)?.name ?? null;
      const receipt = receiptOf(order, settings, cashier);
      const code = await signReceipt(order);
      return { title: receipt.number, lines: receiptLines({ receipt, code, isCopy }, words) };
    },
    [signReceipt, settings, staff, words],
  );
  return {
    printFirst: useCallback(
      async (order) => {
        const paper = await paperOf(order, false);
        if (paper) await print({ ...paper, id: `receipt-${order.id}` });
      },
      [paperOf, print],
    ),
    printAgain: useCallback(
      async (order, { isCopy }) => {
        const paper = await paperOf(order, isCopy);
        if (paper) await printOrBrowser(paper);
      },
      [paperOf, printOrBrowser],
    ),
  };
};

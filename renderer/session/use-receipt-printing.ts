import { useCallback } from 'react';
import type { Order } from '#shared/domain/order/schema.ts';
import type { Locale } from '#shared/kernel/text.ts';
import { paperWords } from '#shared/receipt/paper-words.ts';
import { type ReceiptForm, receiptLines } from '#shared/receipt/receipt-lines.ts';
import { receiptOf } from '#shared/receipt/receipt.ts';
import { useReferences } from '../queries/use-references.ts';
import { useFormat } from '../ui/language/use-format.ts';
import { printInBrowser } from '../ui/receipt/browser-paper.tsx';
import { customerLocale } from './customer-locale.ts';
import { useTill } from './till-context.ts';
import type { PrintOutcome } from './print-paper.ts';
import { isUnprinted } from './unprinted.ts';
import { type PaperToPrint, usePrinter } from './use-printer.ts';

/** Of the receipt that comes out by itself: copies and gift receipts are papers of their own. */
export const firstReceiptId = (orderId: string): string => `receipt-${orderId}`;

type ReceiptPrinting = {
  /** In the customer's language or the till's, once, however often this is asked; where there is no printer nothing happens. */
  readonly printFirst: (order: Order) => Promise<PrintOutcome>;
  /** By the browser where there is no printer. */
  readonly printAs: (order: Order, form: ReceiptForm, locale: Locale) => Promise<void>;
};

/** Prints the receipts of orders. */
export const useReceiptPrinting = (): ReceiptPrinting => {
  const { signReceipt, fiscalDesk, store, unprinted } = useTill();
  const { settings, staff } = useReferences();
  const { print } = usePrinter();
  const { locale: own, timeZone } = useFormat();
  const paperOf = useCallback(
    async (order: Order, form: ReceiptForm, locale: Locale): Promise<PaperToPrint | null> => {
      if (!settings) return null;
      const cashier = staff.find(({ id }) => id === order.staffId)?.name ?? null;
      const receipt = receiptOf(order, settings, cashier);
      const code = await signReceipt(order);
      const words = paperWords(locale, timeZone);
      return { title: receipt.number, lines: receiptLines({ receipt, code, form }, words) };
    },
    [signReceipt, settings, staff, timeZone],
  );
  return {
    printFirst: useCallback(
      async (order) => {
        // A number that comes a moment later stands on the paper all the same.
        await fiscalDesk.settled();
        const now = (await store.view.order(order.id)) ?? order;
        const locale = customerLocale(now, store.view) ?? own;
        const paper = await paperOf(now, { type: 'original' }, locale);
        return paper ? print({ ...paper, id: firstReceiptId(order.id) }) : 'failed';
      },
      [fiscalDesk, store, paperOf, print, own],
    ),
    printAs: useCallback(
      async (order, form, locale) => {
        const paper = await paperOf(order, form, locale);
        if (!paper) return;
        const id = firstReceiptId(order.id);
        // One that did not come out by itself is tried once more: never two of them.
        const isRetry = form.type === 'original' && isUnprinted(unprinted.getState(), id);
        if ((await print(isRetry ? { ...paper, id } : paper)) !== 'no_printer') return;
        if (isRetry) unprinted.getState().cameOut(id);
        printInBrowser(paper);
      },
      [unprinted, paperOf, print],
    ),
  };
};

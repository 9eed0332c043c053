import { useState } from 'react';
import { nextCopy } from '#shared/domain/order/reprint.ts';
import type { Order } from '#shared/domain/order/schema.ts';
import type { Locale } from '#shared/kernel/text.ts';
import type { ReceiptForm } from '#shared/receipt/receipt-lines.ts';
import { reprintReceipt } from '../commands/reprint-receipt.ts';
import { useFormat } from '../ui/language/use-format.ts';
import { customerEmail, customerLocale } from './customer-locale.ts';
import { useTill } from './till-context.ts';
import { useCommand } from './use-command.ts';
import type { ShownProblem } from './use-problem-text.ts';
import { useReceiptPrinting } from './use-receipt-printing.ts';

export type ReceiptDesk = {
  /** What is printed next: the receipt, or which copy of it. */
  readonly next: ReceiptForm;
  readonly locale: Locale;
  /** Of its customer; '' = none is known. */
  readonly email: string;
  readonly chooseLocale: (locale: Locale) => void;
  readonly print: () => Promise<void>;
  readonly printGift: () => Promise<void>;
  /** Why nothing was printed at the last press; null = it was. */
  readonly problem: ShownProblem | null;
};

/**
 * Prints an order's receipt in a language that the customer reads, and knows what is a copy: whatever comes after the first,
 * which goes on record before it is printed. `isOut`: the first one was printed already.
 */
export const useReceiptDesk = (order: Order | null | undefined, isOut: boolean): ReceiptDesk => {
  const { locale: till } = useFormat();
  const { store } = useTill();
  const own = customerLocale(order, store.view) ?? till;
  const { printAs } = useReceiptPrinting();
  const { run } = useCommand(reprintReceipt);
  // Of one order: the next one's customer may read another language.
  const [chosen, setChosen] = useState<{ orderId: string; locale: Locale } | null>(null);
  const [printedId, setPrintedId] = useState<string | null>(null);
  const [problem, setProblem] = useState<ShownProblem | null>(null);
  const orderId = order?.id;
  const locale = chosen !== null && chosen.orderId === orderId ? chosen.locale : own;
  const isCopy = isOut || printedId === orderId;
  const next: ReceiptForm =
    isCopy && order ? { type: 'copy', number: nextCopy(order) } : { type: 'original' };
  return {
    next,
    locale,
    email: customerEmail(order, store.view),
    chooseLocale: (wanted) => {
      if (orderId !== undefined) setChosen({ orderId, locale: wanted });
    },
    problem,
    print: async () => {
      if (!order) return;
      if (!isCopy) {
        setPrintedId(order.id);
        return printAs(order, next, locale);
      }
      const noted = await run({ orderId: order.id, locale });
      setProblem(noted.ok || noted.problem.type === 'busy' ? null : noted.problem);
      if (!noted.ok || noted.value.type !== 'receipt.reprinted') return;
      await printAs(order, { type: 'copy', number: noted.value.payload.copy }, locale);
    },
    printGift: async () => {
      if (order) await printAs(order, { type: 'gift' }, locale);
    },
  };
};

import { useEffect, useRef } from 'react';
import { add, ZERO } from '#shared/kernel/money.ts';
import { useOrder } from '#renderer/queries/use-orders.ts';
import { useReceipt } from '#renderer/queries/use-receipt.ts';
import { useReceiptCode } from '#renderer/queries/use-receipt-code.ts';
import { useReceiptPrinting } from '#renderer/session/use-receipt-printing.ts';
import { ChangeDialog } from '#renderer/ui/entry/change-dialog.tsx';
import { ReceiptPaper } from '#renderer/ui/receipt/receipt-paper.tsx';

type SoldDialogProps = {
  readonly orderId: string;
  readonly onNext: () => void;
  readonly onScan: (code: string) => Promise<boolean>;
};

/** The change and the receipt, until the next item is scanned. */
export const SoldDialog = ({ orderId, onNext, onScan }: SoldDialogProps) => {
  const order = useOrder(orderId);
  const receipt = useReceipt(order);
  const code = useReceiptCode(order);
  const { printFirst, printAgain } = useReceiptPrinting();
  const isKnown = receipt !== null;
  const printed = useRef<string | null>(null);
  // Once the sale is on the disk, beside everything else: nobody waits for paper.
  useEffect(() => {
    if (!order || !isKnown || printed.current === order.id) return;
    printed.current = order.id;
    void printFirst(order);
  }, [order, isKnown, printFirst]);
  if (!receipt || !order) return null;
  const received = receipt.payments.reduce((sum, { tendered }) => add(sum, tendered), ZERO);
  return (
    <ChangeDialog
      number={receipt.number}
      received={received}
      change={receipt.change}
      onNext={onNext}
      onScan={onScan}
      onPrint={() => void printAgain(order, { isCopy: true })}
    >
      <ReceiptPaper receipt={receipt} code={code} />
    </ChangeDialog>
  );
};

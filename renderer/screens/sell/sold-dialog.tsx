import { add, ZERO } from '#shared/kernel/money.ts';
import { useOrder } from '#renderer/queries/use-orders.ts';
import { useReceipt } from '#renderer/queries/use-receipt.ts';
import { useReceiptCode } from '#renderer/queries/use-receipt-code.ts';
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
  if (!receipt) return null;
  const received = receipt.payments.reduce((sum, { tendered }) => add(sum, tendered), ZERO);
  return (
    <ChangeDialog
      number={receipt.number}
      received={received}
      change={receipt.change}
      onNext={onNext}
      onScan={onScan}
      onPrint={() => window.print()}
    >
      <ReceiptPaper receipt={receipt} code={code} />
    </ChangeDialog>
  );
};

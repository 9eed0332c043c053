import type { ReceiptRow } from '#renderer/queries/use-orders.ts';
import { useReferences } from '#renderer/queries/use-references.ts';
import { ReturnPaper as Paper } from '#renderer/ui/receipt/return-paper.tsx';

type ReturnPaperProps = {
  readonly returned: Extract<ReceiptRow['of'], { type: 'return' }>['returned'];
  readonly at: string;
};

/** What came back without an order, and what was given for it. */
export const ReturnPaper = ({ returned, at }: ReturnPaperProps) => {
  const { staff } = useReferences();
  const { tillId, staffId, payload } = returned;
  const cashier = staff.find(({ id }) => id === staffId)?.name ?? null;
  return <Paper returned={payload} tillId={tillId} cashier={cashier} at={at} />;
};

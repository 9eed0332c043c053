import { returnLines } from '#shared/receipt/return-lines.ts';
import type { ReceiptRow } from '#renderer/queries/use-orders.ts';
import { useReferences } from '#renderer/queries/use-references.ts';
import { usePrinter } from '#renderer/session/use-printer.ts';
import { ReturnPaper } from '#renderer/ui/receipt/return-paper.tsx';
import { usePaperWords } from '#renderer/ui/receipt/use-paper-words.ts';
import { ReceiptActions } from './receipt-actions.tsx';

type ReturnViewProps = {
  readonly returned: Extract<ReceiptRow['of'], { type: 'return' }>['returned'];
  readonly at: string;
};

/** What came back without an order, and what was given for it. */
export const ReturnView = ({ returned, at }: ReturnViewProps) => {
  const { staff } = useReferences();
  const { printOrBrowser } = usePrinter();
  const words = usePaperWords();
  const { tillId, staffId, payload } = returned;
  const cashier = staff.find(({ id }) => id === staffId)?.name ?? null;
  const paper = { returned: payload, tillId, cashier, at };
  return (
    <ReceiptActions
      orderId={payload.orderId}
      onPrint={() =>
        void printOrBrowser({ title: payload.number, lines: returnLines(paper, words) })
      }
    >
      <ReturnPaper {...paper} />
    </ReceiptActions>
  );
};

import type { ReceiptRow } from '#renderer/queries/use-orders.ts';
import { useFiscalProof } from '#renderer/queries/use-fiscal-proof.ts';
import { useReferences } from '#renderer/queries/use-references.ts';
import { shopOf } from '#shared/receipt/shop.ts';
import { useReturnDesk } from '#renderer/session/use-return-desk.ts';
import { ReturnPaper } from '#renderer/ui/receipt/return-paper.tsx';
import { ReceiptActions } from './receipt-actions.tsx';

type ReturnViewProps = {
  readonly returned: Extract<ReceiptRow['of'], { type: 'return' }>['returned'];
  readonly at: string;
};

/** What came back without an order, and what was given for it. */
export const ReturnView = ({ returned, at }: ReturnViewProps) => {
  const { settings, staff } = useReferences();
  const { id, tillId, staffId, payload } = returned;
  const cashier = staff.find((person) => person.id === staffId)?.name ?? null;
  const fiscal = useFiscalProof(id, 'refund');
  const shop = shopOf(settings);
  const paper = { shop, returned: payload, tillId, cashier, at, fiscal, isCopy: true };
  const desk = useReturnDesk(paper);
  return (
    <ReceiptActions orderId={payload.orderId} code={null} desk={desk}>
      <ReturnPaper {...paper} locale={desk.locale} />
    </ReceiptActions>
  );
};

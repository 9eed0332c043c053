import { coinsOf } from '#shared/domain/settings/coins-of.ts';
import { useReferences } from '#renderer/queries/use-references.ts';
import { usePayingPoints } from '#renderer/session/use-points.ts';
import { useReturnProblemText } from '#renderer/session/use-return-problem-text.ts';
import { useStoredValue } from '#renderer/session/use-stored-value.ts';
import { PaymentDialog } from '#renderer/ui/entry/payment-dialog.tsx';
import type { SoldReturn } from './use-sold-return.ts';

type DifferencePaymentProps = {
  readonly draft: SoldReturn;
  /** Whose points may pay it; null = nobody's. */
  readonly customerId: string | null;
  readonly onClose: () => void;
};

/** The customer pays what the new goods cost more. */
export const DifferencePayment = ({ draft, customerId, onClose }: DifferencePaymentProps) => {
  const { settings } = useReferences();
  const problemText = useReturnProblemText();
  const askStoredValue = useStoredValue();
  const askPoints = usePayingPoints(customerId);
  return (
    <PaymentDialog
      due={draft.offer.due}
      coins={coinsOf(settings, draft.offer.pricedAt)}
      first="cash"
      askStoredValue={askStoredValue}
      askPoints={askPoints}
      isBusy={draft.isBusy}
      problem={draft.problem && problemText(draft.problem)}
      onPay={(paying) => void draft.pay(paying)}
      onClose={onClose}
    />
  );
};

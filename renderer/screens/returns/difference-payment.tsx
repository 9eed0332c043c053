import { coinsOf } from '#shared/domain/settings/coins-of.ts';
import { useReferences } from '#renderer/queries/use-references.ts';
import { useReturnProblemText } from '#renderer/session/use-return-problem-text.ts';
import { useStoredValue } from '#renderer/session/use-stored-value.ts';
import { PaymentDialog } from '#renderer/ui/entry/payment-dialog.tsx';
import type { SoldReturn } from './use-sold-return.ts';

type DifferencePaymentProps = { readonly draft: SoldReturn; readonly onClose: () => void };

/** The customer pays what the new goods cost more. */
export const DifferencePayment = ({ draft, onClose }: DifferencePaymentProps) => {
  const { settings } = useReferences();
  const problemText = useReturnProblemText();
  const askStoredValue = useStoredValue();
  return (
    <PaymentDialog
      due={draft.offer.due}
      coins={coinsOf(settings)}
      first="cash"
      askStoredValue={askStoredValue}
      isBusy={draft.isBusy}
      problem={draft.problem && problemText(draft.problem)}
      onPay={(paying) => void draft.pay(paying)}
      onClose={onClose}
    />
  );
};

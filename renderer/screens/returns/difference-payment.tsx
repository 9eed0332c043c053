import { quickNotes } from '#shared/domain/payment/quick-notes.ts';
import { useReferences } from '#renderer/queries/use-references.ts';
import { useReturnProblemText } from '#renderer/session/use-return-problem-text.ts';
import { CashDialog } from '#renderer/ui/entry/cash-dialog.tsx';
import type { SoldReturn } from './use-sold-return.ts';

type DifferencePaymentProps = { readonly draft: SoldReturn; readonly onClose: () => void };

/** The customer pays what the new goods cost more. */
export const DifferencePayment = ({ draft, onClose }: DifferencePaymentProps) => {
  const { settings } = useReferences();
  const problemText = useReturnProblemText();
  const { dueInCash } = draft.offer;
  return (
    <CashDialog
      due={dueInCash}
      notes={quickNotes(dueInCash, settings?.notes ?? [])}
      isBusy={draft.isBusy}
      problem={(draft.problem && problemText(draft.problem)) ?? undefined}
      onComplete={(received) => void draft.payCash(received)}
      onClose={onClose}
    />
  );
};

import { useState } from 'react';
import { quickNotes } from '#shared/domain/payment/quick-notes.ts';
import type { Minor } from '#shared/kernel/money.ts';
import { useReferences } from '#renderer/queries/use-references.ts';
import { useBasket } from '#renderer/session/till-context.ts';
import { type ShownProblem, useProblemText } from '#renderer/session/use-problem-text.ts';
import { CashDialog } from '#renderer/ui/entry/cash-dialog.tsx';
import type { SellDialog } from './sell-dialog.ts';
import { useCheckout } from '#renderer/session/use-checkout.ts';

type CashPaymentProps = {
  readonly due: Minor;
  readonly onShow: (dialog: SellDialog | null) => void;
};

export const CashPayment = ({ due, onShow }: CashPaymentProps) => {
  const { settings } = useReferences();
  const orderId = useBasket((state) => state.basket.orderId);
  const { payCash, isBusy } = useCheckout();
  const problemText = useProblemText();
  const [problem, setProblem] = useState<ShownProblem | null>(null);
  const complete = async (received: Minor): Promise<void> => {
    const sold = await payCash(received);
    if (sold.ok) onShow({ type: 'sold', orderId });
    else setProblem(sold.problem);
  };
  return (
    <CashDialog
      due={due}
      notes={quickNotes(due, settings?.notes ?? [])}
      isBusy={isBusy}
      problem={problem ? (problemText(problem) ?? undefined) : undefined}
      onComplete={(received) => void complete(received)}
      onClose={() => onShow(null)}
    />
  );
};

import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MachineTender } from '#shared/domain/payment/machine.ts';
import { usePaymentRecovery } from '#renderer/session/recovery.ts';
import { useBasket } from '#renderer/session/till-context.ts';
import { type ShownProblem, useProblemText } from '#renderer/session/use-problem-text.ts';
import { Dialog } from '#renderer/ui/dialog/dialog.tsx';
import { Notice } from '#renderer/ui/feedback/notice.tsx';
import type { SellDialog } from './sell-dialog.ts';
import { useCheckout } from '#renderer/session/use-checkout.ts';

/** Starts the payment by machine at once; the driver asks what it needs. Stays only to say what went wrong. */
export const MachinePayment = ({
  tender,
  onShow,
}: {
  readonly tender: MachineTender;
  readonly onShow: (dialog: SellDialog | null) => void;
}) => {
  const { t } = useTranslation();
  const orderId = useBasket((state) => state.basket.orderId);
  const { payAll } = useCheckout();
  const { recover } = usePaymentRecovery();
  const problemText = useProblemText();
  const [problem, setProblem] = useState<ShownProblem | null>(null);
  const started = useRef(false);
  useEffect(() => {
    if (started.current) return;
    started.current = true;
    const pay = async (): Promise<void> => {
      const sold = await payAll(tender);
      if (sold.ok) return onShow({ type: 'sold', orderId });
      if (problemText(sold.problem) !== null) return setProblem(sold.problem);
      // What it took may have been a part: whoever stands there sees what is left.
      onShow(null);
      await recover();
    };
    pay().catch(reportError);
  });
  if (!problem) return null;
  return (
    <Dialog title={t(`tender.${tender}`)} onClose={() => onShow(null)}>
      <Notice tone="danger">{problemText(problem)}</Notice>
    </Dialog>
  );
};

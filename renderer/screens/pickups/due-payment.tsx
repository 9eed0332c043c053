import { IconCash, IconCreditCard } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { quickNotes } from '#shared/domain/payment/quick-notes.ts';
import { cashDue } from '#shared/domain/payment/settle.ts';
import { type Minor, ZERO } from '#shared/kernel/money.ts';
import { useReferences } from '#renderer/queries/use-references.ts';
import { useProblemText } from '#renderer/session/use-problem-text.ts';
import { Button } from '#renderer/ui/button/button.tsx';
import { Dialog } from '#renderer/ui/dialog/dialog.tsx';
import { CashDialog } from '#renderer/ui/entry/cash-dialog.tsx';
import { useFormat } from '#renderer/ui/language/use-format.ts';
import type { PickupActs } from '#renderer/session/use-pickup-acts.ts';

type DuePaymentProps = {
  readonly due: Minor;
  readonly acts: PickupActs;
  readonly onClose: () => void;
};

/** An order placed unpaid is paid when it is collected. */
export const DuePayment = ({ due, acts, onClose }: DuePaymentProps) => {
  const { t } = useTranslation();
  const { money } = useFormat();
  const { settings } = useReferences();
  const problemText = useProblemText();
  const [isCash, setCash] = useState(false);
  const inCash = cashDue(due, ZERO, settings?.cashIncrement ?? 1);
  if (isCash)
    return (
      <CashDialog
        due={inCash}
        notes={quickNotes(inCash, settings?.notes ?? [])}
        isBusy={acts.isBusy}
        problem={(acts.problem && problemText(acts.problem)) ?? undefined}
        onComplete={(received) => void acts.payCash(received)}
        onClose={onClose}
      />
    );
  const payCard = (): void => {
    onClose();
    void acts.payCard(due);
  };
  return (
    <Dialog title={t('pickups.due', { amount: money(due) })} onClose={onClose} width={440}>
      <div style={{ display: 'grid', gap: 'var(--sp-3)' }}>
        <Button
          tone="primary"
          size="large"
          isWide
          icon={<IconCash size={24} />}
          onClick={() => setCash(true)}
        >
          {t('tender.cash')}
        </Button>
        <Button size="large" isWide icon={<IconCreditCard size={24} />} onClick={payCard}>
          {t('tender.card')}
        </Button>
      </div>
    </Dialog>
  );
};

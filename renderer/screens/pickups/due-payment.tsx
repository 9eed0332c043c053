import { IconCash, IconCreditCard } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { quickNotes } from '#shared/domain/payment/quick-notes.ts';
import { cashDue } from '#shared/domain/payment/settle.ts';
import { type Minor, ZERO } from '#shared/kernel/money.ts';
import { useReferences } from '#renderer/queries/use-references.ts';
import type { PaidBy } from '#renderer/session/use-pickup-acts.ts';
import { Button } from '#renderer/ui/button/button.tsx';
import { Dialog } from '#renderer/ui/dialog/dialog.tsx';
import { CashDialog } from '#renderer/ui/entry/cash-dialog.tsx';
import { useKeys } from '#renderer/ui/keys/use-keys.ts';
import { useFormat } from '#renderer/ui/language/use-format.ts';

type DuePaymentProps = {
  readonly due: Minor;
  readonly isBusy: boolean;
  /** In the reader's language; what was entered stays. */
  readonly problem: string | null;
  readonly onPay: (paid: PaidBy) => void;
  readonly onClose: () => void;
};

/** An order placed unpaid is paid when it is collected, or before. */
export const DuePayment = ({ due, isBusy, problem, onPay, onClose }: DuePaymentProps) => {
  const { t } = useTranslation();
  const { money } = useFormat();
  const { settings } = useReferences();
  const [isCash, setCash] = useState(false);
  const inCash = cashDue(due, ZERO, settings?.cashIncrement ?? 1);
  if (isCash)
    return (
      <CashDialog
        due={inCash}
        notes={quickNotes(inCash, settings?.notes ?? [])}
        isBusy={isBusy}
        problem={problem ?? undefined}
        onComplete={(received) => onPay({ tender: 'cash', received })}
        onClose={onClose}
      />
    );
  return (
    <Dialog title={t('pickups.due', { amount: money(due) })} onClose={onClose} width={440}>
      <TenderChoice
        onCash={() => setCash(true)}
        onCard={() => {
          onClose();
          onPay({ tender: 'card', amount: due });
        }}
      />
    </Dialog>
  );
};

type TenderChoiceProps = { readonly onCash: () => void; readonly onCard: () => void };

const TenderChoice = ({ onCash, onCard }: TenderChoiceProps) => {
  const { t } = useTranslation();
  useKeys([
    { key: 'F8', label: t('tender.cash'), run: onCash },
    { key: 'F9', label: t('tender.card'), run: onCard },
  ]);
  return (
    <div style={{ display: 'grid', gap: 'var(--sp-3)' }}>
      <Button
        tone="primary"
        size="large"
        isWide
        keyName="F8"
        icon={<IconCash size={24} />}
        onClick={onCash}
      >
        {t('tender.cash')}
      </Button>
      <Button size="large" isWide keyName="F9" icon={<IconCreditCard size={24} />} onClick={onCard}>
        {t('tender.card')}
      </Button>
    </div>
  );
};

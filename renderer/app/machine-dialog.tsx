import { IconCreditCard, IconQrcode } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { MachineView } from '../host/machine-desk.ts';
import { useMachineView } from '../session/use-machine-view.ts';
import { Dialog } from '../ui/dialog/dialog.tsx';
import { useFormat } from '../ui/language/use-format.ts';
import { QrCode } from '../ui/qr/qr-code.tsx';
import { MachineAtWork } from './machine-at-work.tsx';
import { MachineQuestion } from './machine-question.tsx';

const TITLES = {
  payment: { card: 'card.title', qr: 'card.qrTitle' },
  refund: { card: 'returns.cardTitle', qr: 'returns.qrTitle' },
} as const;

const TOLD = {
  payment: { card: 'card.instruction', qr: 'card.qrInstruction' },
  refund: { card: 'returns.cardInstruction', qr: 'returns.qrInstruction' },
} as const;

const closeOf = (view: MachineView): (() => void) | undefined => {
  if (view.type === 'at_work') return view.giveUp ?? undefined;
  return view.afterwards ? undefined : () => view.answer({ type: 'canceled' });
};

/** What a machine takes or gives now, and what the cashier is asked about it. */
export const MachineDialog = () => {
  const { t } = useTranslation();
  const { money } = useFormat();
  const view = useMachineView();
  if (!view) return null;
  const { act, tender, amount, currency, code } = view;
  const Icon = tender === 'qr' ? IconQrcode : IconCreditCard;
  return (
    <Dialog key={view.id} title={t(TITLES[act][tender])} onClose={closeOf(view)}>
      <div style={{ display: 'grid', gap: 'var(--sp-4)' }}>
        <p
          style={{ display: 'flex', gap: 'var(--sp-3)', margin: 0, fontSize: 22, fontWeight: 700 }}
        >
          <Icon size={30} aria-hidden />
          {t(TOLD[act][tender], { amount: money(amount, currency) })}
        </p>
        {code === null ? null : <QrCode text={code} label={t('card.qrScan')} />}
        {view.type === 'question' ? (
          <MachineQuestion question={view} />
        ) : (
          <MachineAtWork machine={view} />
        )}
      </div>
    </Dialog>
  );
};

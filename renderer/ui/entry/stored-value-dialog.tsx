import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Offer } from '#shared/domain/payment/settle.ts';
import type { Result } from '#shared/kernel/result.ts';
import { Dialog } from '../dialog/dialog.tsx';
import { CodeForm } from './code-form.tsx';

type StoredValueDialogProps = {
  readonly tender: 'gift_card' | 'store_credit';
  readonly ask: (code: string) => Promise<Result<Offer, string>>;
  readonly onGive: (offer: Offer) => void;
  readonly onClose: () => void;
};

/** A gift card or store credit pays as much of what is left as it can. */
export const StoredValueDialog = ({ tender, ask, onGive, onClose }: StoredValueDialogProps) => {
  const { t } = useTranslation();
  const [problem, setProblem] = useState<string | null>(null);
  const use = async (code: string): Promise<void> => {
    setProblem(null);
    const offered = await ask(code);
    if (offered.ok) onGive(offered.value);
    else setProblem(offered.problem);
  };
  return (
    <Dialog title={t(`tender.${tender}`)} onClose={onClose} width={480}>
      <CodeForm submitLabel={t('storedValue.use')} problem={problem} onSubmit={use} />
    </Dialog>
  );
};

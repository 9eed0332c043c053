import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AskedVoidReason } from '#shared/domain/basket/void-reason.ts';
import { Button } from '#renderer/ui/button/button.tsx';
import { Chips } from '#renderer/ui/choice/chips.tsx';
import { Dialog } from '#renderer/ui/dialog/dialog.tsx';
import { useKeys } from '#renderer/ui/keys/use-keys.ts';
import classes from './sheet.module.css';

type VoidFormProps = {
  /** The likeliest first: it is chosen already. */
  readonly reasons: readonly [AskedVoidReason, ...AskedVoidReason[]];
  /** What is given up. */
  readonly what: string;
  readonly submitLabel: string;
  readonly onVoid: (reason: AskedVoidReason) => void;
};

const VoidForm = ({ reasons, what, submitLabel, onVoid }: VoidFormProps) => {
  const { t } = useTranslation();
  const [reason, setReason] = useState<AskedVoidReason>(reasons[0]);
  const move = (by: 1 | -1): void => {
    const place = reasons.indexOf(reason) + by;
    setReason(reasons[Math.max(0, Math.min(place, reasons.length - 1))] ?? reason);
  };
  const run = (): void => onVoid(reason);
  useKeys([
    { key: 'ArrowUp', label: t('keys.lineUp'), run: () => move(-1) },
    { key: 'ArrowDown', label: t('keys.lineDown'), run: () => move(1) },
    { key: 'Enter', label: submitLabel, run },
    { key: 'F8', label: submitLabel, run },
  ]);
  return (
    <div className={classes['parts']}>
      <p className={classes['what']}>{what}</p>
      <Chips
        label={t('void.why')}
        isLabelShown
        options={reasons.map((id) => ({ id, label: t(`void.reasons.${id}`) }))}
        chosen={reason}
        onChoose={setReason}
      />
      <Button tone="danger" size="large" isWide keyName="F8" onClick={run}>
        {submitLabel}
      </Button>
    </div>
  );
};

type VoidDialogProps = VoidFormProps & { readonly title: string; readonly onClose: () => void };

/** Goods are given up that were in a basket already: why is asked, and one key answers it (rule R7). */
export const VoidDialog = ({ title, onClose, ...form }: VoidDialogProps) => (
  <Dialog title={title} onClose={onClose} width={520}>
    <VoidForm {...form} />
  </Dialog>
);

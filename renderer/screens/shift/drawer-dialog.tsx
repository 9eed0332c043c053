import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DRAWER_REASONS, type DrawerReason } from '#shared/domain/shift/cash-move.ts';
import { openDrawer } from '#renderer/commands/move-cash.ts';
import { useCommand } from '#renderer/session/use-command.ts';
import {
  type ShownShiftProblem,
  useShiftProblemText,
} from '#renderer/session/use-shift-problem-text.ts';
import { Dialog } from '#renderer/ui/dialog/dialog.tsx';
import { useKeys } from '#renderer/ui/keys/use-keys.ts';
import { ReasonFields } from './reason-fields.tsx';
import { SubmitFoot } from './submit-foot.tsx';
import classes from './shift.module.css';

/** Opens the drawer with nothing sold. */
export const DrawerDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const { t } = useTranslation();
  return (
    <Dialog title={t('shift.noSale')} onClose={onClose} width={520}>
      <DrawerForm onClose={onClose} />
    </Dialog>
  );
};

const DrawerForm = ({ onClose }: { readonly onClose: () => void }) => {
  const { t } = useTranslation();
  const problemText = useShiftProblemText();
  const { run, isBusy } = useCommand(openDrawer);
  const [openingId] = useState(() => crypto.randomUUID());
  const [reason, setReason] = useState<DrawerReason>('change');
  const [note, setNote] = useState('');
  const [problem, setProblem] = useState<ShownShiftProblem | null>(null);
  const submit = async (): Promise<void> => {
    const opened = await run({ openingId, reason, note });
    if (opened.ok) onClose();
    else setProblem(opened.problem);
  };
  useKeys([
    { key: 'F8', label: t('shift.noSale'), disabled: isBusy, run: () => void submit() },
    { key: 'Enter', label: t('shift.noSale'), disabled: isBusy, run: () => void submit() },
  ]);
  const words = problem ? problemText(problem) : null;
  return (
    <div className={classes['stack']}>
      <p className={classes['quiet']}>{t('shift.noSaleHint')}</p>
      <ReasonFields
        options={DRAWER_REASONS.map((id) => ({ id, label: t(`shift.drawerReasons.${id}`) }))}
        chosen={reason}
        onChoose={setReason}
        note={note}
        onNote={setNote}
      />
      <SubmitFoot
        problem={words}
        label={t('shift.noSale')}
        isBusy={isBusy}
        onSubmit={() => void submit()}
      />
    </div>
  );
};

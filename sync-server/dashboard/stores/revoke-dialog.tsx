import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/ui/button/button.tsx';
import { useRevokeTill } from '../data/use-tills.ts';
import { Dialog } from '../parts/dialog.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import classes from './revoke-dialog.module.css';

type RevokeDialogProps = { readonly tillId: string; readonly onClose: () => void };

/** Asks before a device is shut out: what it has not sent by then waits for a person. */
export const RevokeDialog = ({ tillId, onClose }: RevokeDialogProps) => {
  const { t } = useTranslation();
  const { mutate, error, isPending } = useRevokeTill();
  return (
    <Dialog title={t('dashboard.revokeQuestion', { till: tillId })} onClose={onClose}>
      <p className={classes['explain']}>{t('dashboard.revokeExplain')}</p>
      <ProblemNotice failure={error} />
      <div className={classes['actions']}>
        <Button onClick={onClose}>{t('common.cancel')}</Button>
        <Button
          tone="danger"
          isBusy={isPending}
          onClick={() => mutate(tillId, { onSuccess: onClose })}
        >
          {t('dashboard.revoke')}
        </Button>
      </div>
    </Dialog>
  );
};

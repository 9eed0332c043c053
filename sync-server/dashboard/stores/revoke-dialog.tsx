import { useTranslation } from 'react-i18next';
import { useRevokeTill } from '../data/use-tills.ts';
import { Dialog } from '../parts/dialog.tsx';
import { RevokeForm } from '../parts/revoke-form.tsx';

type RevokeDialogProps = { readonly tillId: string; readonly onClose: () => void };

/** Asks before a device is shut out: what it has not sent by then waits for a person. */
export const RevokeDialog = ({ tillId, onClose }: RevokeDialogProps) => {
  const { t } = useTranslation();
  const { mutate, error, isPending } = useRevokeTill();
  return (
    <Dialog title={t('dashboard.revokeQuestion', { till: tillId })} onClose={onClose}>
      <RevokeForm
        explain={t('dashboard.revokeExplain')}
        failure={error}
        isBusy={isPending}
        onRevoke={() => mutate(tillId, { onSuccess: onClose })}
        onCancel={onClose}
      />
    </Dialog>
  );
};

import { useTranslation } from 'react-i18next';
import type { AccountRow } from '#shared/protocol/accounts.ts';
import { useRemoveAccount } from '../data/use-accounts.ts';
import { Dialog } from '../parts/dialog.tsx';
import { RevokeForm } from '../parts/revoke-form.tsx';

type RemoveDialogProps = { readonly account: AccountRow; readonly onClose: () => void };

/** Asks before an account is taken back. */
export const RemoveDialog = ({ account, onClose }: RemoveDialogProps) => {
  const { t } = useTranslation();
  const { mutate, error, isPending } = useRemoveAccount();
  const { userId, name } = account;
  return (
    <Dialog title={t('accounts.removeQuestion', { name })} onClose={onClose}>
      <RevokeForm
        explain={t('accounts.removeExplain')}
        failure={error}
        isBusy={isPending}
        onRevoke={() => mutate(userId, { onSuccess: onClose })}
        onCancel={onClose}
      />
    </Dialog>
  );
};

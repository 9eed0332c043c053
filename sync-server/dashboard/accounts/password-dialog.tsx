import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/ui/button/button.tsx';
import type { AccountRow } from '#shared/protocol/accounts.ts';
import { usePasswordLink } from '../data/use-accounts.ts';
import { Dialog } from '../parts/dialog.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import classes from './link.module.css';
import { Link } from './link.tsx';

type PasswordDialogProps = { readonly account: AccountRow; readonly onClose: () => void };

/** Makes the link with which a person chooses another password. */
export const PasswordDialog = ({ account, onClose }: PasswordDialogProps) => {
  const { t } = useTranslation();
  const { mutate, data, error, isPending } = usePasswordLink();
  const { userId, name } = account;
  return (
    <Dialog title={t('accounts.password', { name })} onClose={onClose}>
      {data === undefined ? (
        <>
          <p className={classes['explain']}>{t('accounts.passwordExplain')}</p>
          <ProblemNotice failure={error} />
          <Button tone="primary" isBusy={isPending} onClick={() => mutate(userId)}>
            {t('accounts.makeLink')}
          </Button>
        </>
      ) : (
        <Link name={name} link={data} onClose={onClose} />
      )}
    </Dialog>
  );
};

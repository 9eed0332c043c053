import { useTranslation } from 'react-i18next';
import type { Customer } from '#shared/domain/customer/schema.ts';
import { useEraseCustomer } from '../data/use-customers.ts';
import { Dialog } from '../parts/dialog.tsx';
import { RevokeForm } from '../parts/revoke-form.tsx';

type EraseDialogProps = { readonly customer: Customer; readonly onClose: () => void };

/** Asks before a customer is erased: nothing brings them back. */
export const EraseDialog = ({ customer: { id, name }, onClose }: EraseDialogProps) => {
  const { t } = useTranslation();
  const { mutate, error, isPending } = useEraseCustomer();
  return (
    <Dialog title={t('customers.eraseQuestion', { name: name || id })} onClose={onClose}>
      <RevokeForm
        explain={t('customers.eraseExplain')}
        submit={t('customers.erase')}
        failure={error}
        isBusy={isPending}
        onRevoke={() => mutate(id, { onSuccess: onClose })}
        onCancel={onClose}
      />
    </Dialog>
  );
};

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Customer } from '#shared/domain/customer/schema.ts';
import { useCustomerGroups, useSetGroups } from '../data/use-customers.ts';
import { CheckboxGroup } from '../parts/checkbox-group.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Form } from '../parts/form.tsx';

type CustomerDialogProps = { readonly customer: Customer; readonly onClose: () => void };

/** The groups that a customer is in. */
export const CustomerDialog = ({ customer, onClose }: CustomerDialogProps) => {
  const { t } = useTranslation();
  const { mutate, error, isPending } = useSetGroups();
  const groups = useCustomerGroups().data?.groups ?? [];
  const [groupIds, setGroupIds] = useState<readonly string[]>(customer.groupIds ?? []);
  const { id, name } = customer;
  return (
    <Dialog title={name || t('customer.title')} onClose={onClose}>
      <Form
        isBusy={isPending}
        failure={error}
        onSubmit={() => mutate({ id, groupIds }, { onSuccess: onClose })}
        onCancel={onClose}
      >
        {groups.length === 0 ? <p>{t('customers.noGroups')}</p> : null}
        <CheckboxGroup
          legend={t('customers.groups')}
          options={groups.map((group) => ({ value: group.id, label: group.name }))}
          chosen={groupIds}
          onChange={setGroupIds}
        />
      </Form>
    </Dialog>
  );
};

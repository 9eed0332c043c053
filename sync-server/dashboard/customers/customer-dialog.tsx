import { IconEraser } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/ui/button/button.tsx';
import type { Customer } from '#shared/domain/customer/schema.ts';
import { useChangeCustomer } from '../data/use-customers.ts';
import { Dialog } from '../parts/dialog.tsx';
import { Form } from '../parts/form.tsx';
import { changeOf, formOf } from './customer-change.ts';
import { CustomerFields } from './customer-fields.tsx';

type CustomerDialogProps = {
  readonly customer: Customer;
  readonly onErase: () => void;
  readonly onClose: () => void;
};

/** What is known of a customer, and the groups they are in. */
export const CustomerDialog = ({ customer, onErase, onClose }: CustomerDialogProps) => {
  const { t } = useTranslation();
  const { mutate, error, isPending } = useChangeCustomer();
  const { id } = customer;
  const [opened] = useState(() => formOf(customer));
  const [form, setForm] = useState(opened);
  const save = (): void => mutate({ id, change: changeOf(opened, form) }, { onSuccess: onClose });
  return (
    <Dialog title={customer.name || t('customer.title')} onClose={onClose}>
      <Form isBusy={isPending} failure={error} onSubmit={save} onCancel={onClose}>
        <CustomerFields value={form} onChange={setForm} />
        <div>
          <Button icon={<IconEraser size={20} />} onClick={onErase}>
            {t('customers.erase')}
          </Button>
        </div>
      </Form>
    </Dialog>
  );
};

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CustomerGroup } from '#shared/domain/customer/group.ts';
import { useSaveGroup } from '../data/use-customers.ts';
import { Dialog } from '../parts/dialog.tsx';
import { Form } from '../parts/form.tsx';
import { TextField } from '../parts/text-field.tsx';

type GroupDialogProps = {
  /** null = a new one. */
  readonly group: CustomerGroup | null;
  readonly onClose: () => void;
};

export const GroupDialog = ({ group, onClose }: GroupDialogProps) => {
  const { t } = useTranslation();
  const { mutate, error, isPending } = useSaveGroup();
  const [id] = useState(() => group?.id ?? crypto.randomUUID());
  const [name, setName] = useState(group?.name ?? '');
  return (
    <Dialog
      title={t(group === null ? 'customers.newGroup' : 'customers.editGroup')}
      onClose={onClose}
    >
      <Form
        isBusy={isPending}
        failure={error}
        onSubmit={() => mutate({ id, name: name.trim() }, { onSuccess: onClose })}
        onCancel={onClose}
      >
        <TextField
          label={t('customers.groupName')}
          description={t('customers.groupHint')}
          required
          data-autofocus
          maxLength={100}
          autoComplete="off"
          value={name}
          onChange={setName}
        />
      </Form>
    </Dialog>
  );
};

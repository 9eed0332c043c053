import { SegmentedControl } from '@mantine/core';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { UserRole } from '#shared/protocol/dashboard.ts';
import { useInvite } from '../data/use-accounts.ts';
import { useStores } from '../data/use-stores.ts';
import { CheckboxGroup } from '../parts/checkbox-group.tsx';
import { Dialog } from '../parts/dialog.tsx';
import fields from '../parts/form.module.css';
import { Form } from '../parts/form.tsx';
import { TextField } from '../parts/text-field.tsx';
import { Link } from './link.tsx';

type InviteForm = {
  readonly name: string;
  readonly email: string;
  readonly role: UserRole;
  readonly storeIds: readonly string[];
};

type FieldProps = {
  readonly value: InviteForm;
  readonly onChange: (part: Partial<InviteForm>) => void;
};

const RoleFields = ({ value, onChange }: FieldProps) => {
  const { t } = useTranslation();
  const label = useId();
  const stores = useStores();
  const { role, storeIds } = value;
  return (
    <>
      <div className={fields['group']}>
        <span id={label} className={fields['legend']}>
          {t('admin.role')}
        </span>
        <SegmentedControl
          aria-labelledby={label}
          size="md"
          fullWidth
          value={role}
          onChange={(chosen) => onChange({ role: chosen })}
          data={[
            { value: 'store_manager', label: t('accounts.roles.store_manager') },
            { value: 'head_office', label: t('accounts.roles.head_office') },
          ]}
        />
        <p className={fields['hint']}>{t(`accounts.roleHints.${role}`)}</p>
      </div>
      {role === 'store_manager' ? (
        <CheckboxGroup
          legend={t('dashboard.stores')}
          options={stores.map(({ storeId, name }) => ({ value: storeId, label: name }))}
          chosen={storeIds}
          isRequired
          onChange={(chosen) => onChange({ storeIds: chosen })}
        />
      ) : null}
    </>
  );
};

/** Invites a person to the dashboard: makes an account, and the link to choose its password. */
export const InviteDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const { t } = useTranslation();
  const { mutate, data, error, isPending } = useInvite();
  const [value, setValue] = useState<InviteForm>({
    name: '',
    email: '',
    role: 'store_manager',
    storeIds: [],
  });
  const change = (part: Partial<InviteForm>): void => setValue({ ...value, ...part });
  const invite = (): void =>
    mutate({
      ...value,
      storeIds: value.role === 'store_manager' ? [...value.storeIds] : null,
    });
  return (
    <Dialog title={t('accounts.new')} onClose={onClose}>
      {data === undefined ? (
        <Form
          isBusy={isPending}
          failure={error}
          submit={t('accounts.makeLink')}
          onSubmit={invite}
          onCancel={onClose}
        >
          <TextField
            label={t('admin.personName')}
            required
            data-autofocus
            maxLength={200}
            autoComplete="off"
            value={value.name}
            onChange={(name) => change({ name })}
          />
          <TextField
            label={t('dashboard.email')}
            type="email"
            required
            maxLength={200}
            autoComplete="off"
            value={value.email}
            onChange={(email) => change({ email })}
          />
          <RoleFields value={value} onChange={change} />
        </Form>
      ) : (
        <Link name={value.name} link={data} onClose={onClose} />
      )}
    </Dialog>
  );
};

import { Checkbox, SegmentedControl } from '@mantine/core';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StaffRow } from '#shared/protocol/administration.ts';
import { useSaveStaff } from '../data/use-staff.ts';
import { useStores } from '../data/use-stores.ts';
import { Dialog } from '../parts/dialog.tsx';
import fields from '../parts/form.module.css';
import { Form } from '../parts/form.tsx';
import { TextField } from '../parts/text-field.tsx';
import { changeOf, formOf, newStaffOf, type StaffForm } from './staff-form.ts';

type FieldsProps = { readonly value: StaffForm; readonly onChange: (value: StaffForm) => void };

const RoleField = ({ value, onChange }: FieldsProps) => {
  const { t } = useTranslation();
  const label = useId();
  return (
    <div className={fields['group']}>
      <span id={label} className={fields['legend']}>
        {t('admin.role')}
      </span>
      <SegmentedControl
        aria-labelledby={label}
        size="md"
        fullWidth
        value={value.role}
        onChange={(role) => onChange({ ...value, role })}
        data={[
          { value: 'cashier', label: t('staff.cashier') },
          { value: 'senior', label: t('staff.senior') },
          { value: 'manager', label: t('staff.manager') },
        ]}
      />
    </div>
  );
};

/** One store at least: the box of the only one cannot be emptied. */
const StoreFields = ({ value, onChange }: FieldsProps) => {
  const { t } = useTranslation();
  const stores = useStores();
  const { storeIds } = value;
  return (
    <fieldset className={fields['group']}>
      <legend className={fields['legend']}>{t('admin.worksIn')}</legend>
      {stores.map(({ storeId, name }) => (
        <Checkbox
          key={storeId}
          label={name}
          size="md"
          checked={storeIds.includes(storeId)}
          required={storeIds.length === 0}
          onChange={({ currentTarget }) =>
            onChange({
              ...value,
              storeIds: currentTarget.checked
                ? [...storeIds, storeId]
                : storeIds.filter((id) => id !== storeId),
            })
          }
        />
      ))}
    </fieldset>
  );
};

type StaffDialogProps = {
  /** null = a new one. */
  readonly member: StaffRow | null;
  readonly onClose: () => void;
};

/** Adds a person who signs in at tills, or changes one. */
export const StaffDialog = ({ member, onClose }: StaffDialogProps) => {
  const { t } = useTranslation();
  const stores = useStores();
  const { mutate, error, isPending } = useSaveStaff();
  const [form, setForm] = useState(() => formOf(member, stores[0]?.storeId));
  const save = (): void =>
    mutate(member === null ? newStaffOf(form) : { id: member.id, change: changeOf(form) }, {
      onSuccess: onClose,
    });
  return (
    <Dialog title={t(member === null ? 'admin.newStaff' : 'admin.editStaff')} onClose={onClose}>
      <Form isBusy={isPending} failure={error} onSubmit={save} onCancel={onClose}>
        <TextField
          label={t('admin.personName')}
          required
          data-autofocus
          maxLength={200}
          autoComplete="off"
          value={form.name}
          onChange={(name) => setForm({ ...form, name })}
        />
        <RoleField value={form} onChange={setForm} />
        <StoreFields value={form} onChange={setForm} />
        <TextField
          label={t('admin.pin')}
          description={t(member === null ? 'admin.pinHint' : 'admin.pinKeep')}
          type="password"
          inputMode="numeric"
          autoComplete="new-password"
          required={member === null}
          pattern="[0-9]{4,6}"
          value={form.pin}
          onChange={(pin) => setForm({ ...form, pin })}
        />
        <TextField
          label={t('admin.badge')}
          description={t(member?.hasBadge ? 'admin.badgeKeep' : 'admin.badgeHint')}
          type="password"
          autoComplete="off"
          pattern="[!-~]{6,64}"
          value={form.badge}
          onChange={(badge) => setForm({ ...form, badge })}
        />
        {member?.hasBadge ? (
          <Checkbox
            label={t('admin.badgeTaken')}
            size="md"
            checked={form.isBadgeTaken}
            onChange={({ currentTarget }) =>
              setForm({ ...form, isBadgeTaken: currentTarget.checked })
            }
          />
        ) : null}
        {member === null ? null : (
          <Checkbox
            label={t('admin.active')}
            size="md"
            checked={form.active}
            onChange={({ currentTarget }) => setForm({ ...form, active: currentTarget.checked })}
          />
        )}
      </Form>
    </Dialog>
  );
};

import { useTranslation } from 'react-i18next';
import { CustomerLanguageField } from '#renderer/ui/customer/customer-language-field.tsx';
import { useCustomerGroups } from '../data/use-customers.ts';
import { CheckboxGroup } from '../parts/checkbox-group.tsx';
import fields from '../parts/form.module.css';
import { TextField } from '../parts/text-field.tsx';
import type { CustomerForm } from './customer-change.ts';

type CustomerFieldsProps = {
  readonly value: CustomerForm;
  readonly onChange: (value: CustomerForm) => void;
};

/** Who a customer is, how they are reached and found, what they read, and their groups. */
export const CustomerFields = ({ value, onChange }: CustomerFieldsProps) => {
  const { t } = useTranslation();
  const groups = useCustomerGroups().data?.groups ?? [];
  return (
    <>
      <TextField
        label={t('customer.name')}
        required
        data-autofocus
        maxLength={200}
        autoComplete="off"
        value={value.name}
        onChange={(name) => onChange({ ...value, name })}
      />
      <div className={fields['row']}>
        <TextField
          label={t('customer.phone')}
          type="tel"
          pattern="\+?[0-9\s\(\)\.\-]{5,40}"
          maxLength={40}
          autoComplete="off"
          value={value.phone}
          onChange={(phone) => onChange({ ...value, phone })}
        />
        <TextField
          label={t('customer.loyaltyCard')}
          maxLength={40}
          autoComplete="off"
          value={value.loyaltyCard}
          onChange={(loyaltyCard) => onChange({ ...value, loyaltyCard })}
        />
      </div>
      <TextField
        label={t('customer.email')}
        type="email"
        maxLength={200}
        autoComplete="off"
        value={value.email}
        onChange={(email) => onChange({ ...value, email })}
      />
      <CustomerLanguageField
        value={value.language}
        onChange={(language) => onChange({ ...value, language })}
      />
      {groups.length === 0 ? (
        <p className={fields['hint']}>{t('customers.noGroups')}</p>
      ) : (
        <CheckboxGroup
          legend={t('customers.groups')}
          options={groups.map((group) => ({ value: group.id, label: group.name }))}
          chosen={value.groupIds}
          onChange={(groupIds) => onChange({ ...value, groupIds })}
        />
      )}
    </>
  );
};

import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { OrderRequest } from '#shared/protocol/channel.ts';

type Customer = OrderRequest['customer'];

type CustomerFieldsProps = {
  readonly value: Customer;
  readonly onChange: (customer: Customer) => void;
};

/** Whom the store asks for, and how it reaches them. */
export const CustomerFields = ({ value, onChange }: CustomerFieldsProps) => {
  const { t } = useTranslation();
  return (
    <>
      <TextInput
        label={t('shop.name')}
        size="md"
        required
        withAsterisk={false}
        maxLength={200}
        autoComplete="name"
        value={value.name}
        onChange={({ currentTarget }) => onChange({ ...value, name: currentTarget.value })}
      />
      <TextInput
        label={t('shop.phone')}
        type="tel"
        size="md"
        required
        withAsterisk={false}
        maxLength={40}
        autoComplete="tel"
        value={value.phone}
        onChange={({ currentTarget }) => onChange({ ...value, phone: currentTarget.value })}
      />
    </>
  );
};

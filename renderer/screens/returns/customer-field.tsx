import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';

type CustomerFieldProps = {
  readonly customer: string;
  readonly onChange: (customer: string) => void;
};

export const CustomerField = ({ customer, onChange }: CustomerFieldProps) => {
  const { t } = useTranslation();
  return (
    <TextInput
      size="lg"
      label={t('returns.customer')}
      value={customer}
      maxLength={200}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  );
};

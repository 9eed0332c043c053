import { useTranslation } from 'react-i18next';
import type { Customer } from '#shared/domain/customer/schema.ts';
import { LOCALES } from '#shared/kernel/text.ts';
import { SegmentedField } from '../choice/segmented-field.tsx';

type Language = NonNullable<Customer['language']>;

type CustomerLanguageFieldProps = {
  readonly value: Language;
  readonly onChange: (language: Language) => void;
};

/** What a customer reads: their receipts are in it. */
export const CustomerLanguageField = ({ value, onChange }: CustomerLanguageFieldProps) => {
  const { t } = useTranslation();
  const options: { value: Language; label: string }[] = [
    { value: '', label: t('customer.languageUnsaid') },
    ...LOCALES.map((one) => ({ value: one, label: one.toUpperCase() })),
  ];
  return (
    <SegmentedField
      label={t('customer.language')}
      value={value}
      onChange={onChange}
      options={options}
    />
  );
};

import { SegmentedControl } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Customer } from '#shared/domain/customer/schema.ts';
import { LOCALES } from '#shared/kernel/text.ts';
import classes from './customer-language-field.module.css';

type Language = NonNullable<Customer['language']>;

type CustomerLanguageFieldProps = {
  readonly value: Language;
  readonly onChange: (language: Language) => void;
};

/** What a customer reads: their receipts are in it. */
export const CustomerLanguageField = ({ value, onChange }: CustomerLanguageFieldProps) => {
  const { t } = useTranslation();
  const label = useId();
  return (
    <div className={classes['field']}>
      <span id={label}>{t('customer.language')}</span>
      <SegmentedControl
        aria-labelledby={label}
        size="md"
        fullWidth
        value={value}
        onChange={onChange}
        data={[
          { value: '', label: t('customer.languageUnsaid') },
          ...LOCALES.map((one) => ({ value: one, label: one.toUpperCase() })),
        ]}
      />
    </div>
  );
};

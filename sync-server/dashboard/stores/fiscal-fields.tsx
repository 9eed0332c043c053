import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { FiscalDriverName } from '#shared/domain/fiscal/schema.ts';
import form from '../parts/form.module.css';
import { TextField } from '../parts/text-field.tsx';
import { HOURS } from './number-patterns.ts';
import type { FiscalForm } from './store-form.ts';

type FiscalFieldsProps = {
  readonly fiscal: FiscalForm;
  readonly onChange: (fiscal: FiscalForm) => void;
};

const LIMITS = ['offlineHours', 'offlineHoursPerMonth', 'shiftHours'] as const;

/** Who registers a store's sales, and what the law lets pass without it: a country is nothing but these. */
export const FiscalFields = ({ fiscal, onChange }: FiscalFieldsProps) => {
  const { t } = useTranslation();
  return (
    <fieldset className={form['group']}>
      <legend className={form['legend']}>{t('fiscal.title')}</legend>
      <Select
        label={t('fiscal.admin.driver')}
        description={t('fiscal.nextShift')}
        size="md"
        allowDeselect={false}
        data={FiscalDriverName.enum.map((value) => ({
          value,
          label: t(`fiscal.driver.${value}`),
        }))}
        value={fiscal.driver}
        onChange={(chosen) => {
          const driver = FiscalDriverName.enum.find((name) => name === chosen);
          if (driver !== undefined) onChange({ ...fiscal, driver });
        }}
      />
      <div className={form['row']}>
        {LIMITS.map((name) => (
          <TextField
            key={name}
            label={t(`fiscal.admin.${name}`)}
            description={name === 'shiftHours' ? undefined : t('fiscal.admin.unlimited')}
            required={name === 'shiftHours'}
            inputMode="numeric"
            pattern={HOURS}
            value={fiscal[name]}
            onChange={(text) => onChange({ ...fiscal, [name]: text })}
          />
        ))}
      </div>
    </fieldset>
  );
};

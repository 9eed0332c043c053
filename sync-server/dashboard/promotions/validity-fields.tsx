import { Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useStores } from '../data/use-stores.ts';
import { CheckboxGroup } from '../parts/checkbox-group.tsx';
import form from '../parts/form.module.css';
import { zoneOf } from '../parts/local-time.ts';
import { TextField } from '../parts/text-field.tsx';
import { WhereFields } from '../parts/where-fields.tsx';
import type { FieldsProps } from './offer-fields.tsx';
import { canBeOnTop } from './promotion-form.ts';

const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

const Times = ({ value, onChange }: FieldsProps) => {
  const { t } = useTranslation();
  return (
    <>
      <div className={form['row']}>
        {(['from', 'to'] as const).map((name) => (
          <TextField
            key={name}
            label={t(`promotions.${name}`)}
            description={t('promotions.clocks', { zone: value.timeZone })}
            type="datetime-local"
            required
            value={value[name]}
            onChange={(text) => onChange({ ...value, [name]: text })}
          />
        ))}
      </div>
      <CheckboxGroup
        legend={t('promotions.hours')}
        options={DAYS.map((name, index) => ({
          value: index + 1,
          label: t(`promotions.days.${name}`),
        }))}
        chosen={value.days}
        onChange={(days) => onChange({ ...value, days })}
      />
      <div className={form['row']}>
        {(['hoursFrom', 'hoursTo'] as const).map((name) => (
          <TextField
            key={name}
            label={t(`promotions.${name}`)}
            type="time"
            value={value[name]}
            onChange={(text) => onChange({ ...value, [name]: text })}
          />
        ))}
      </div>
    </>
  );
};

/** Where and when a promotion holds, and how it goes with others. */
export const ValidityFields = ({ value, onChange }: FieldsProps) => {
  const { t } = useTranslation();
  const stores = useStores();
  return (
    <>
      <Times value={value} onChange={onChange} />
      <WhereFields
        value={value}
        onChange={(where) =>
          onChange({ ...value, ...where, timeZone: zoneOf(where.storeIds, stores) })
        }
      />
      <TextField
        label={t('promotions.code')}
        description={t('promotions.codeHint')}
        autoComplete="off"
        maxLength={24}
        pattern="[A-Za-z0-9\-]{3,24}"
        value={value.code}
        onChange={(code) => onChange({ ...value, code: code.toUpperCase() })}
      />
      {value.code === '' ? null : (
        <Checkbox
          size="md"
          label={t('promotions.once')}
          checked={value.isOnce}
          onChange={({ currentTarget }) => onChange({ ...value, isOnce: currentTarget.checked })}
        />
      )}
      <TextField
        label={t('promotions.priority')}
        description={t('promotions.priorityHint')}
        required
        inputMode="numeric"
        pattern="[0-9]"
        value={value.priority}
        onChange={(priority) => onChange({ ...value, priority })}
      />
      {canBeOnTop(value) ? (
        <Checkbox
          size="md"
          label={t('promotions.onTop')}
          checked={value.isOnTop}
          onChange={({ currentTarget }) => onChange({ ...value, isOnTop: currentTarget.checked })}
        />
      ) : null}
    </>
  );
};

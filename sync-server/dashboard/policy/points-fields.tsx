import { Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import form from '../parts/form.module.css';
import { TextField } from '../parts/text-field.tsx';
import type { PointsForm } from './points-form.ts';
import classes from './policy-page.module.css';

type PointsFieldsProps = {
  readonly value: PointsForm;
  readonly onChange: (value: PointsForm) => void;
};

const WHOLE = String.raw`\d{1,6}`;
const MONEY = String.raw`\d{1,6}([.,]\d{1,2})?`;

/** Whether customers earn and spend points, and by what rule (rule R13). */
export const PointsFields = ({ value, onChange }: PointsFieldsProps) => {
  const { t } = useTranslation();
  const field = (
    name: 'perHundred' | 'worth' | 'smallestSpend' | 'offlineLimit',
    pattern: string,
  ) => (
    <TextField
      label={t(`points.policy.${name}`)}
      description={name === 'offlineLimit' ? t('policy.unlimited') : undefined}
      required={name !== 'offlineLimit'}
      inputMode={pattern === MONEY ? 'decimal' : 'numeric'}
      pattern={pattern}
      value={value[name]}
      onChange={(text) => onChange({ ...value, [name]: text })}
    />
  );
  return (
    <fieldset className={form['group']}>
      <legend className={classes['legend']}>{t('points.title')}</legend>
      <Checkbox
        size="md"
        label={t('points.policy.isOn')}
        checked={value.isOn}
        onChange={({ currentTarget }) => onChange({ ...value, isOn: currentTarget.checked })}
      />
      {value.isOn ? (
        <>
          <div className={classes['row']}>
            {field('perHundred', WHOLE)}
            {field('worth', MONEY)}
            {field('smallestSpend', WHOLE)}
            {field('offlineLimit', WHOLE)}
          </div>
          <Checkbox
            size="md"
            label={t('points.policy.asTender')}
            description={t('points.policy.asTenderHint')}
            checked={value.asTender}
            onChange={({ currentTarget }) =>
              onChange({ ...value, asTender: currentTarget.checked })
            }
          />
        </>
      ) : null}
    </fieldset>
  );
};

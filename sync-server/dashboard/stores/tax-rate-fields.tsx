import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/ui/button/button.tsx';
import { IconButton } from '#renderer/ui/button/icon-button.tsx';
import form from '../parts/form.module.css';
import { TextField } from '../parts/text-field.tsx';
import { PERCENT } from './number-patterns.ts';
import type { RateForm } from './store-form.ts';

type TaxRateFieldsProps = {
  readonly rates: readonly RateForm[];
  /** Of other stores: goods may name them. */
  readonly offered: readonly RateForm[];
  readonly onChange: (rates: readonly RateForm[]) => void;
};

/** The rates of a store. One that is saved can be renamed and changed, never taken away: products name it. */
export const TaxRateFields = ({ rates, offered, onChange }: TaxRateFieldsProps) => {
  const { t } = useTranslation();
  const change = (place: number, part: Partial<RateForm>): void =>
    onChange(rates.map((rate, index) => (index === place ? { ...rate, ...part } : rate)));
  const isSaved = (id: string | null): boolean =>
    id !== null && !offered.some((rate) => rate.id === id);
  const missing = offered.filter(({ id }) => !rates.some((rate) => rate.id === id));
  return (
    <fieldset className={form['group']}>
      <legend className={form['legend']}>{t('admin.taxRates')}</legend>
      {rates.map(({ id, name, percent }, index) => (
        <div key={id ?? `new-${index}`} className={form['rate']}>
          <TextField
            aria-label={t('admin.taxName')}
            placeholder={t('admin.taxName')}
            required
            maxLength={200}
            value={name}
            onChange={(value) => change(index, { name: value })}
          />
          <TextField
            aria-label={t('admin.taxPercent')}
            placeholder="%"
            required
            inputMode="decimal"
            pattern={PERCENT}
            value={percent}
            onChange={(value) => change(index, { percent: value })}
          />
          {!isSaved(id) && rates.length > 1 ? (
            <IconButton
              label={t('admin.removeRate')}
              tone="quiet"
              onClick={() => onChange(rates.filter((_, place) => place !== index))}
            >
              <IconTrash size={20} />
            </IconButton>
          ) : null}
        </div>
      ))}
      <div className={form['offers']}>
        {missing.map((rate) => (
          <Button
            key={rate.id}
            size="small"
            icon={<IconPlus size={18} />}
            onClick={() => onChange([...rates, rate])}
          >
            {t('admin.addKnownRate', { rate: `${rate.name} · ${rate.percent} %` })}
          </Button>
        ))}
        <Button
          size="small"
          icon={<IconPlus size={18} />}
          onClick={() => onChange([...rates, { id: null, name: '', percent: '' }])}
        >
          {t('admin.addRate')}
        </Button>
      </div>
    </fieldset>
  );
};

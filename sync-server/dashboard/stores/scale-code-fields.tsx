import { Select } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ScaleCode } from '#shared/domain/catalog/scale-code.ts';
import { Button } from '#renderer/ui/button/button.tsx';
import { IconButton } from '#renderer/ui/button/icon-button.tsx';
import form from '../parts/form.module.css';
import { TextField } from '../parts/text-field.tsx';

type ScaleCodeFieldsProps = {
  readonly rules: readonly ScaleCode[];
  readonly onChange: (rules: readonly ScaleCode[]) => void;
};

/** As the browser checks it; which decimals a price may have, the server does. */
const PATTERN = '(?=.{13}$)2[0-9]I{3,8}V?N{0,6}D{0,3}C';

/** The signs of a pattern, the same in every language. */
const LETTERS = {
  item: 'I',
  own: 'V',
  whole: 'N',
  decimal: 'D',
  check: 'C',
  example: '21IIIIINNDDDC',
} as const;

/** How the scales of a store write weight or price into a barcode. */
export const ScaleCodeFields = ({ rules, onChange }: ScaleCodeFieldsProps) => {
  const { t } = useTranslation();
  const change = (place: number, rule: ScaleCode): void =>
    onChange(rules.map((other, index) => (index === place ? rule : other)));
  return (
    <fieldset className={form['group']}>
      <legend className={form['legend']}>{t('admin.scaleCodes')}</legend>
      {rules.length === 0 ? null : <p className={form['hint']}>{t('admin.scaleHint', LETTERS)}</p>}
      {rules.map(({ holds, pattern }, index) => (
        <div key={index} className={form['code']}>
          <TextField
            aria-label={t('admin.scalePattern')}
            placeholder={LETTERS.example}
            required
            maxLength={13}
            pattern={PATTERN}
            value={pattern}
            onChange={(value) => change(index, { holds, pattern: value.toUpperCase() })}
          />
          <Select
            aria-label={t('admin.scaleHolds')}
            size="md"
            allowDeselect={false}
            data={[
              { value: 'weight', label: t('admin.scaleWeight') },
              { value: 'price', label: t('admin.scalePrice') },
            ]}
            value={holds}
            onChange={(chosen) =>
              change(index, { holds: chosen === 'price' ? 'price' : 'weight', pattern })
            }
          />
          <IconButton
            label={t('admin.removeScaleCode')}
            tone="quiet"
            onClick={() => onChange(rules.filter((_, place) => place !== index))}
          >
            <IconTrash size={20} />
          </IconButton>
        </div>
      ))}
      <div>
        <Button
          size="small"
          icon={<IconPlus size={18} />}
          onClick={() => onChange([...rules, { holds: 'weight', pattern: '' }])}
        >
          {t('admin.addScaleCode')}
        </Button>
      </div>
    </fieldset>
  );
};

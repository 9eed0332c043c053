import { useTranslation } from 'react-i18next';
import { LOCALE_NAMES } from '#shared/i18n/locales.ts';
import { LOCALES } from '#shared/kernel/text.ts';
import form from '../parts/form.module.css';
import { TextField } from '../parts/text-field.tsx';
import type { FieldsProps } from './offer-fields.tsx';

/** The name in each language; where one is missing the English one stands. */
export const NameFields = ({ value, onChange }: FieldsProps) => {
  const { t } = useTranslation();
  return (
    <fieldset className={form['group']}>
      <legend className={form['legend']}>
        {t('promotions.name')}. {t('promotions.nameHint')}
      </legend>
      <div className={form['row']}>
        {LOCALES.map((locale) => (
          <TextField
            key={locale}
            label={LOCALE_NAMES[locale]}
            lang={locale}
            required={locale === 'en'}
            data-autofocus={locale === 'en' || undefined}
            maxLength={200}
            autoComplete="off"
            value={value.name[locale]}
            onChange={(text) => onChange({ ...value, name: { ...value.name, [locale]: text } })}
          />
        ))}
      </div>
    </fieldset>
  );
};

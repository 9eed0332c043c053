import { Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { LOCALE_NAMES } from '#shared/i18n/locales.ts';
import { LOCALES } from '#shared/kernel/text.ts';
import form from '../parts/form.module.css';
import { isFitWebAddress, type LayoutForm } from './layout-form.ts';
import { LogoField } from './logo-field.tsx';

type FieldsProps = {
  readonly value: LayoutForm;
  readonly onChange: (value: LayoutForm) => void;
};

/** Letters of all lines of a field together. */
const MOST = 1600;

const TextFields = ({
  value,
  onChange,
  of,
}: FieldsProps & { readonly of: 'returnTerms' | 'footer' }) => {
  const { t } = useTranslation();
  const hint = t(`receiptLayout.${of === 'footer' ? 'footerHint' : 'returnTermsHint'}`);
  return (
    <fieldset className={form['group']}>
      <legend className={form['legend']}>{t(`receiptLayout.${of}`)}</legend>
      <p className={form['hint']}>{hint}</p>
      <div className={form['row']}>
        {LOCALES.map((locale) => (
          <Textarea
            key={locale}
            label={LOCALE_NAMES[locale]}
            lang={locale}
            size="md"
            rows={3}
            maxLength={MOST}
            value={value[of][locale]}
            onChange={({ currentTarget }) =>
              onChange({ ...value, [of]: { ...value[of], [locale]: currentTarget.value } })
            }
          />
        ))}
      </div>
    </fieldset>
  );
};

/** Everything that a store may put on its receipts. */
export const LayoutFields = ({ value, onChange }: FieldsProps) => {
  const { t } = useTranslation();
  return (
    <>
      <LogoField value={value.logo} onChange={(logo) => onChange({ ...value, logo })} />
      {(['header', 'legal'] as const).map((part) => (
        <Textarea
          key={part}
          label={t(`receiptLayout.${part}`)}
          description={t(`receiptLayout.${part}Hint`)}
          size="md"
          rows={3}
          maxLength={MOST}
          value={value[part]}
          onChange={({ currentTarget }) => onChange({ ...value, [part]: currentTarget.value })}
        />
      ))}
      <TextFields value={value} onChange={onChange} of="returnTerms" />
      <TextFields value={value} onChange={onChange} of="footer" />
      <TextInput
        label={t('receiptLayout.webAddress')}
        description={t('receiptLayout.webAddressHint')}
        error={isFitWebAddress(value) ? null : t('receiptLayout.webAddressWrong')}
        size="md"
        type="url"
        inputMode="url"
        maxLength={100}
        value={value.webAddress}
        onChange={({ currentTarget }) => onChange({ ...value, webAddress: currentTarget.value })}
      />
    </>
  );
};

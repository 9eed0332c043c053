import { SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { LOCALE_NAMES } from '#shared/i18n/locales.ts';
import { LOCALES } from '#shared/kernel/text.ts';

/** Each language in its own name, so that it is found by who needs it. */
export const LanguageChoice = () => {
  const { t, i18n } = useTranslation();
  return (
    <SegmentedControl
      size="md"
      fullWidth
      aria-label={t('settings.language')}
      value={i18n.language}
      onChange={(language) => void i18n.changeLanguage(language)}
      data={LOCALES.map((locale) => ({ value: locale, label: LOCALE_NAMES[locale] }))}
    />
  );
};

import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/ui/language/use-format.ts';
import { LOCALE_NAMES } from '#shared/i18n/locales.ts';
import { LOCALES } from '#shared/kernel/text.ts';
import classes from './language-bar.module.css';

/** The languages by their own names. */
export const LanguageBar = () => {
  const { t, i18n } = useTranslation();
  const { locale } = useFormat();
  return (
    <fieldset className={classes['bar']} aria-label={t('settings.language')}>
      {LOCALES.map((language) => (
        <button
          key={language}
          type="button"
          lang={language}
          className={classes['language']}
          aria-pressed={language === locale}
          onClick={() => void i18n.changeLanguage(language)}
        >
          {LOCALE_NAMES[language]}
        </button>
      ))}
    </fieldset>
  );
};

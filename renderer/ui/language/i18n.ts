import { createInstance, type i18n as I18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { en } from '#shared/i18n/en.ts';
import { kk } from '#shared/i18n/kk.ts';
import { matchLocale } from '#shared/i18n/locales.ts';
import { ru } from '#shared/i18n/ru.ts';
import { uk } from '#shared/i18n/uk.ts';
import type { Locale } from '#shared/kernel/text.ts';
import { readSetting, writeSetting } from '../theme/stored-setting.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof en };
    strictInterpolationChecks: true;
  }
}

const SETTING = 'language';

/** The language chosen on this computer, else the first of the browser's that the till speaks. */
export const initialLocale = (): Locale => {
  const chosen = readSetting(SETTING);
  return matchLocale(chosen === null ? navigator.languages : [chosen]);
};

const showLanguage = (locale: string): void => {
  document.documentElement.lang = locale;
};

/** All four languages are in the build: switching needs no network and no waiting. */
export const createI18n = (locale: Locale): I18n => {
  const instance = createInstance();
  void instance.use(initReactI18next).init({
    lng: locale,
    fallbackLng: 'en',
    initAsync: false,
    resources: {
      en: { translation: en },
      ru: { translation: ru },
      uk: { translation: uk },
      kk: { translation: kk },
    },
    // React escapes what it renders.
    interpolation: { escapeValue: false },
  });
  showLanguage(locale);
  instance.on('languageChanged', (language) => {
    showLanguage(language);
    writeSetting(SETTING, language);
  });
  return instance;
};
